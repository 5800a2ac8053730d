package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Classification;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import java.util.List;
import java.util.Optional;

/** What becomes of a message's triage, in words, for tests of other rooms. */
public final class TriageUnderFault {

    private TriageUnderFault() {}

    public static String outcome(Models models) {
        var readings = new TwoReadings(new ModelTriage(models.find(Role.TRIAGE).orElseThrow()));
        var record = TwoReadingsTest.record();
        var joined = readings.join(
                record,
                record.unanswered(),
                new Classification(Category.BILLING, Optional.empty(), 0.9, "", "", false),
                new Urgency(Priority.P3, "general-question", List.of()));
        if (!joined.reading().triggers().isEmpty()) {
            return "person: " + joined.reading().triggers().getFirst().kind().label();
        }
        return joined.reading().by().equals("embedded") ? "embedded stands in" : "read by the model";
    }
}
