package fr.heliotoit.ui.map;

import fr.heliotoit.cadastre.Attribute;
import fr.heliotoit.cadastre.ValueSteps;
import fr.heliotoit.render.ClassStyle;
import fr.heliotoit.render.IrradiationStyle;
import fr.heliotoit.render.RoofStyle;
import fr.heliotoit.render.StepStyle;
import fr.heliotoit.text.Citation;
import fr.heliotoit.text.Texts;
import fr.heliotoit.ui.model.AttributeWords;
import fr.heliotoit.ui.model.LoadedProject;
import fr.heliotoit.ui.model.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the colour of a roof can tell. */
public enum RoofColour {
    CLASSES(Attribute.CLASSE, null),
    IRRADIATION(Attribute.IRRADIATION, null),
    PAYBACK(Attribute.RETOUR, ValueSteps.PAYBACK),
    VALUE(Attribute.VAN, ValueSteps.VALUE),
    RANK(Attribute.RANG, ValueSteps.RANK);

    private final Attribute attribute;
    private final @Nullable ValueSteps steps;

    RoofColour(Attribute attribute, @Nullable ValueSteps steps) {
        this.attribute = attribute;
        this.steps = steps;
    }

    /** In the person's settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return AttributeWords.label(attribute);
    }

    /** What a person must know of it: that nothing was evaluated yet, or which packs have expired. */
    String note(LoadedProject project) {
        if (steps == null) {
            return "";
        }
        if (!project.known().contains(attribute)) {
            return Words.t("colour.none");
        }
        List<String> expired = Citation.expired(project.packs(attribute));
        return expired.isEmpty() ? "" : Texts.current().text("rules.cite.warning", String.join(" ; ", expired));
    }

    RoofStyle style(ClassStyle classes, LoadedProject project) {
        if (steps != null) {
            return new StepStyle(classes.ramp(), steps, project.packs(attribute));
        }
        return this == IRRADIATION ? IrradiationStyle.of(classes.ramp(), project.records()) : classes;
    }
}
