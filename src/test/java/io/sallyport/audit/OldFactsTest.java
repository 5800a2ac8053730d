package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Reading;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Triage;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was written before a fact held all that it holds now is read as before. */
@Tag("database")
class OldFactsTest {

    @Test
    void triageFromBeforeReadingsDoubtsFixedIssuesAndWordsSetAside() {
        ObjectNode body = body("triaged");
        var triage = (ObjectNode) body.path("triage");
        triage.remove(List.of("impressions", "reading", "doubts"));
        ((ObjectNode) triage.path("urgency")).remove("setAside");
        ((ObjectNode) triage.path("related")).remove("fixedIssue");

        Triage read = ((Fact.Triaged) CaseJson.fact("triaged", body.toString())).triage();

        assertThat(read.impressions()).isEmpty();
        assertThat(read.doubts()).isEmpty();
        assertThat(read.reading()).isEqualTo(Reading.EMBEDDED);
        assertThat(read.urgency().setAside()).isEmpty();
        assertThat(read.related()).isEqualTo(Triage.Related.NOTHING);
    }

    @Test
    void routeFromBeforeWordsWereSetAside() {
        ObjectNode body = body("routed");
        ((ObjectNode) body.path("route")).remove("setAside");

        Route read = ((Fact.Routed) CaseJson.fact("routed", body.toString())).route();

        assertThat(read.setAside()).isEmpty();
        assertThat(read.lanes()).isNotEmpty();
    }

    /** As a case of today holds it. */
    private static ObjectNode body(String kind) {
        try (var desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required())) {
            CaseId id = desk.ticket("When do you open?");
            desk.runUntilQuiet();
            Fact fact = desk.cases().events(id).stream()
                    .map(CaseEvent::fact)
                    .filter(one -> CaseJson.kind(one).equals(kind))
                    .findFirst()
                    .orElseThrow();
            return (ObjectNode) JsonMapper.shared().readTree(CaseJson.body(fact));
        }
    }
}
