package io.sallyport.stories;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.flow.Agents;
import io.sallyport.intake.IntakeSettings;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.routing.RoutingSettings;
import io.sallyport.testkit.AgentsOver;
import io.sallyport.testkit.ScriptedAgents;
import java.util.Set;

/**
 * Messages screened and routed as in service. Triage takes everything for a calm question of no urgency, so that nothing but
 * the words themselves brings a person in; answers are scripted.
 */
record ShippedReading(Agents others, Screener screener, Router router) implements AgentsOver {

    /** @param served the languages that the desk answers in */
    static ShippedReading in(String... served) {
        return new ShippedReading(
                new ScriptedAgents(),
                Screener.of(IntakeSettings.defaults()),
                new Router(new RoutingSettings(Set.of(served))));
    }

    @Override
    public Screening screen(CaseRecord record) {
        return screener.screen(record);
    }

    @Override
    public Route route(CaseRecord record) {
        return router.route(record);
    }
}
