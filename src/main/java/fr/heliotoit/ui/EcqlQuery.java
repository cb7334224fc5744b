package fr.heliotoit.ui;

import fr.heliotoit.app.FindBuildings;
import fr.heliotoit.cadastre.BuildingRecord;
import fr.heliotoit.text.Failure;
import fr.heliotoit.text.Message;
import fr.heliotoit.ui.model.ProjectModel;
import java.util.List;

/** The query language of the command line. */
final class EcqlQuery implements ProjectModel.Query {
    @Override
    public List<BuildingRecord> run(List<BuildingRecord> records, String expression) throws Failure {
        return FindBuildings.run(records, expression);
    }

    @Override
    public Message whyNothing(List<BuildingRecord> records, String expression) throws Failure {
        return FindBuildings.whyNothing(records, expression);
    }
}
