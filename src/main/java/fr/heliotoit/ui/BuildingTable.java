package fr.heliotoit.ui;

import static fr.heliotoit.ui.model.Words.t;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.Filtered;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.ProjectModel;
import fr.heliotoit.ui.model.Selection;
import fr.heliotoit.ui.model.SortKey;
import fr.heliotoit.ui.model.TableText;
import fr.heliotoit.ui.model.UserSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The buildings that the filter leaves, a row each, linked with the selection. Rows are ordered by the model, in the background. */
final class BuildingTable extends TableView<BuildingRecord> {
    /** The columns that are shown until others are chosen, from left to right; then all the others. */
    private static final List<Attribute> FIRST = List.of(
            Attribute.ID,
            Attribute.NOM,
            Attribute.ADRESSE,
            Attribute.CLASSE,
            Attribute.PRODUCTION,
            Attribute.SURFACE,
            Attribute.PUISSANCE,
            Attribute.USAGE,
            Attribute.PUBLIC,
            Attribute.IRRADIATION,
            Attribute.RAISON);

    /** Size of the headings' text at the usual size [px]. */
    private static final double HEADING = 12;

    private static final String CHOSEN = "table.columns";

    private final ProjectModel model;
    private final UserSettings settings;
    private final ObservableList<BuildingRecord> rows = FXCollections.observableArrayList();
    private final Label nothing = new Label();
    private boolean following;
    private boolean choosing;

    BuildingTable(ProjectModel model, UserSettings settings) {
        this.model = model;
        this.settings = settings;
        setId("table");
        setItems(rows);
        setAccessibleText(t("table.accessible"));
        setTableMenuButtonVisible(true);
        setFixedCellSize(28);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("table-nothing");
        setPlaceholder(nothing);
        Stream.concat(FIRST.stream(), Stream.of(Attribute.values()).filter(a -> !FIRST.contains(a)))
                .forEach(attribute -> getColumns().add(column(attribute)));
        getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<BuildingRecord, ?>>) change -> remember());
        setSortPolicy(table -> order());
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyKey);
        model.projectProperty().addListener((o, before, now) -> {
            if (now != null
                    && (before == null
                            || before.records().isEmpty()
                            || !before.file().equals(now.file()))) {
                chooseColumns(now);
            }
        });
        model.filteredProperty().addListener((o, before, now) -> show(now));
        model.selectionProperty().addListener((o, before, now) -> follow(now));
        getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> chosen());
        getSelectionModel().selectedItemProperty().addListener(o -> chosen());
    }

    /** Selected rows as tab-separated text with headings; all rows when none is selected. */
    void copy() {
        List<Attribute> visible = shownColumns();
        List<BuildingRecord> rows = getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(TableText.tsv(visible, rows.isEmpty() ? getItems() : rows));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private TableColumn<BuildingRecord, String> column(Attribute attribute) {
        TableColumn<BuildingRecord, String> column = new TableColumn<>(AttributeWords.heading(attribute));
        column.setId("column-" + attribute.attributeName());
        column.setUserData(attribute);
        Label heading = heading(attribute, column);
        column.setGraphic(heading);
        column.setPrefWidth(width(attribute));
        // Larger text, wider columns.
        heading.fontProperty()
                .addListener((o, before, now) ->
                        column.setPrefWidth(width(attribute) * Math.max(1, now.getSize() / HEADING)));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(AttributeWords.cell(attribute, row.getValue())));
        boolean number = attribute.type() == Attribute.Type.NUMBER || attribute.type() == Attribute.Type.INTEGER;
        if (number) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }

    /** At the usual size of the text, such that the heading has two lines [px]. */
    private static double width(Attribute attribute) {
        return switch (attribute) {
            case NOM, ADRESSE, RAISON -> 170;
            case PRODUCTION, IRRADIATION -> 185;
            case ID, PARCELLE, METHODE, PUISSANCE, PRODUCTIBLE -> 150;
            default -> 115;
        };
    }

    /** The columns as they are seen, from left to right. */
    List<Attribute> shownColumns() {
        return getVisibleLeafColumns().stream()
                .map(column -> (Attribute) column.getUserData())
                .toList();
    }

    /**
     * The columns that were chosen the last time. Until then: what has no value is hidden, and the identifier is shown where nothing else
     * names a building.
     */
    private void chooseColumns(LoadedProject project) {
        Set<Attribute> known = project.known();
        List<String> kept =
                settings.get(CHOSEN).map(names -> List.of(names.split(","))).orElse(List.of());
        boolean named = known.contains(Attribute.NOM) || known.contains(Attribute.ADRESSE);
        choosing = true;
        for (TableColumn<BuildingRecord, ?> column : getColumns()) {
            Attribute attribute = (Attribute) column.getUserData();
            boolean wanted = attribute == Attribute.ID ? !named : FIRST.contains(attribute);
            column.setVisible(
                    kept.isEmpty()
                            ? wanted && (project.records().isEmpty() || known.contains(attribute))
                            : kept.contains(attribute.attributeName()));
        }
        choosing = false;
    }

    /** What a person chose, not what the program did. */
    private void remember() {
        if (!choosing) {
            settings.put(
                    CHOSEN,
                    shownColumns().stream().map(Attribute::attributeName).collect(Collectors.joining(",")));
        }
    }

    /** On two lines, so that the unit is seen in a narrow column. */
    private static Label heading(Attribute attribute, TableColumn<?, ?> column) {
        Label words = new Label(AttributeWords.heading(attribute));
        words.setWrapText(true);
        words.getStyleClass().add("table-heading");
        words.prefWidthProperty().bind(column.widthProperty().subtract(26));
        words.setMouseTransparent(true);
        return words;
    }

    /** The rows come back ordered through the model; the table itself sorts nothing. */
    private boolean order() {
        model.sort(getSortOrder().stream()
                .map(column ->
                        new SortKey((Attribute) column.getUserData(), column.getSortType() == SortType.ASCENDING))
                .toList());
        return true;
    }

    private void show(Filtered filtered) {
        following = true;
        // Not setItems: that would forget which column the rows are ordered by.
        String why = filtered.whyNothing();
        nothing.setText(why == null ? t("table.empty") : why);
        rows.setAll(filtered.records());
        following = false;
        follow(model.selection());
    }

    private void follow(Selection selection) {
        if (following) {
            return;
        }
        following = true;
        getSelectionModel().clearSelection();
        if (!selection.ids().isEmpty()) {
            List<Integer> found = new ArrayList<>();
            int focus = -1;
            for (int i = 0; i < getItems().size(); i++) {
                String id = getItems().get(i).building().id();
                if (selection.ids().contains(id)) {
                    found.add(i);
                    focus = id.equals(selection.focus()) ? i : focus;
                }
            }
            selectRows(found, focus);
        }
        following = false;
    }

    private void selectRows(List<Integer> found, int focus) {
        if (found.isEmpty()) {
            return;
        }
        int[] others = found.stream().mapToInt(Integer::intValue).toArray();
        getSelectionModel().selectIndices(others[0], others);
        int lead = focus >= 0 ? focus : others[0];
        getSelectionModel().select(lead);
        scrollTo(Math.max(0, lead - 2));
    }

    private void chosen() {
        if (following) {
            return;
        }
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        for (BuildingRecord record : getSelectionModel().getSelectedItems()) {
            if (record != null) {
                ids.add(record.building().id());
            }
        }
        BuildingRecord lead = getSelectionModel().getSelectedItem();
        // The lead is told after the rows: until then the last row stands for it.
        String focus = lead != null && ids.contains(lead.building().id())
                ? lead.building().id()
                : ids.isEmpty() ? null : ids.getLast();
        following = true;
        model.select(new Selection(ids, focus));
        following = false;
    }

    private void copyKey(KeyEvent event) {
        if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.select(Selection.NONE);
            event.consume();
        }
    }
}
