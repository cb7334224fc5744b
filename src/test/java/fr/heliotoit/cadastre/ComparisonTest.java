package fr.heliotoit.cadastre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.heliotoit.cadastre.ChangeSet.Changed;
import fr.heliotoit.cadastre.ChangeSet.Merge;
import fr.heliotoit.cadastre.ChangeSet.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class ComparisonTest {
    private static Building house(String id, double x, double width) {
        return house(id, x, width, null);
    }

    private static Building house(String id, double x, double width, @Nullable String name) {
        return new Building(
                id,
                new GeometryFactory().toGeometry(new Envelope(x, x + width, 0, 10)),
                name,
                null,
                null,
                Usage.PUBLIC,
                true,
                null);
    }

    @Test
    void buildingsAreRecognisedByTheirIdentifier() {
        ChangeSet changes = Comparison.of(
                List.of(house("a", 0, 10), house("b", 20, 10), house("gone", 40, 10)),
                List.of(house("a", 0, 10), house("b", 20, 11, "École"), house("new", 90, 10)));
        assertThat(changes.unchanged()).containsExactly("a");
        assertThat(changes.changed()).containsExactly(new Changed("b", null, List.of("emprise", "nom")));
        assertThat(changes.added()).containsExactly("new");
        assertThat(changes.removed()).containsExactly("gone");
    }

    @Test
    void theLastDigitsOfCoordinatesAreNoChange() {
        assertThat(Comparison.of(List.of(house("a", 0, 10)), List.of(house("a", 0.0002, 10)))
                        .unchanged())
                .containsExactly("a");
        assertThat(Comparison.of(List.of(house("a", 0, 10)), List.of(house("a", 0.1, 10)))
                        .changed())
                .hasSize(1);
    }

    @Test
    void aNewIdentifierAtTheSamePlaceIsTheSameBuilding() {
        ChangeSet changes = Comparison.of(List.of(house("old", 0, 10)), List.of(house("new", 0.5, 10)));
        assertThat(changes.changed()).containsExactly(new Changed("new", "old", List.of("id", "emprise")));
        assertThat(changes.added()).isEmpty();
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void aBuildingCutInTwoIsToldWhetherOrNotItsIdentifierStays() {
        ChangeSet stays = Comparison.of(List.of(house("a", 0, 20)), List.of(house("a", 0, 10), house("b", 10, 10)));
        assertThat(stays.splits()).containsExactly(new Split("a", List.of("a", "b")));
        assertThat(stays.added()).containsExactly("b");
        ChangeSet goes = Comparison.of(List.of(house("a", 0, 20)), List.of(house("b", 0, 12), house("c", 12, 8)));
        assertThat(goes.splits()).containsExactly(new Split("a", List.of("b", "c")));
        assertThat(goes.changed()).extracting(Changed::formerId).containsExactly("a");
        assertThat(goes.added()).containsExactly("c");
    }

    @Test
    void buildingsJoinedToOneAreTold() {
        ChangeSet changes = Comparison.of(List.of(house("a", 0, 12), house("b", 12, 8)), List.of(house("c", 0, 20)));
        assertThat(changes.merges()).containsExactly(new Merge(List.of("a", "b"), "c"));
        assertThat(changes.removed()).containsExactly("b");
        assertThat(changes.changed()).extracting(Changed::formerId).containsExactly("a");
    }

    @Test
    void aNeighbourThatOnlyTouchesIsAnotherBuilding() {
        ChangeSet changes = Comparison.of(List.of(house("a", 0, 10)), List.of(house("b", 10, 10), house("c", 6, 10)));
        assertThat(changes.added()).containsExactly("b", "c");
        assertThat(changes.removed()).containsExactly("a");
        assertThat(changes.splits()).isEmpty();
    }
}
