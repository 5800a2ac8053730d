package io.sallyport.flow;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.action.ActionPlanner;
import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.answer.Composer;
import io.sallyport.answer.Researcher;
import io.sallyport.audit.AuditTrail;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.Pager;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.connector.TeamChat;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.delivery.LookUpAgent;
import io.sallyport.delivery.UndoAgent;
import io.sallyport.escalation.BridgeWriter;
import io.sallyport.escalation.Briefing;
import io.sallyport.escalation.LookingUp;
import io.sallyport.escalation.Packager;
import io.sallyport.escalation.Reminders;
import io.sallyport.escalation.Undoing;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.gate.DeclaredActions;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.LeastAssurance;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Reservations;
import io.sallyport.intake.Screener;
import io.sallyport.model.language.Models;
import io.sallyport.platform.Places;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
class FlowConfiguration {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(10);

    @Bean
    CaseStore caseStore(DataSource dataSource, InstantSource clock) {
        return Desk.casesOf(dataSource, clock);
    }

    @Bean
    LaneModes laneModes(DataSource dataSource, InstantSource clock) {
        return Desk.lanesOf(dataSource, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "sallyport.worker.enabled", matchIfMissing = true)
    CaseScheduler caseScheduler(
            DataSource dataSource,
            WorkerSettings settings,
            Agents agents,
            Gates gates,
            List<ReplyChannel> channels,
            ActionDoors doors,
            ErrandDoors errandDoors,
            AuditTrail audit,
            List<RecurringTask<Void>> upkeep,
            Models models,
            InstantSource clock) {
        var places = new Places(settings.threads());
        var desk = new Desk(dataSource, agents, gates, channels, doors, errandDoors, places, clock);
        RecurringTask<Void> checkpoints = Tasks.recurring("audit-checkpoint", FixedDelay.of(BETWEEN_CHECKPOINTS))
                .execute((_, _) -> audit.checkpoint());
        var all = new ArrayList<>(upkeep);
        all.add(checkpoints);
        return new CaseScheduler(dataSource, desk.task(), all, settings.atOnce(models.isAnyOutside()));
    }

    /** All of them or none: a desk that lacks one of these changes no accounts. */
    @Bean
    ActionDoors actionDoors(
            ObjectProvider<Catalogue> catalogue,
            List<ActionPort> ports,
            ObjectProvider<Reservations> reservations,
            ObjectProvider<OneTimeCodes> codes,
            ObjectProvider<CodeChannel> codeChannel,
            ObjectProvider<DeclaredActions> policies) {
        var none = ActionDoors.NONE;
        var doors = new ActionDoors(
                catalogue.getIfAvailable(none::catalogue),
                ports,
                reservations.getIfAvailable(none::reservations),
                codes.getIfAvailable(none::codes),
                codeChannel.getIfAvailable(none::codeChannel));
        policies.ifAvailable(doors::checkOwn);
        return doors;
    }

    /** What there is of each; a desk without a tool for its people does without that errand. */
    @Bean
    ErrandDoors errandDoors(
            ObjectProvider<Pager> pager, ObjectProvider<IssueTracker> tracker, ObjectProvider<TeamChat> chat) {
        return new ErrandDoors(
                Optional.ofNullable(pager.getIfAvailable()),
                Optional.ofNullable(tracker.getIfAvailable()),
                Optional.ofNullable(chat.getIfAvailable()));
    }

    /** What an action needs is the catalogue's to say; one that it does not have gets no answer, and stops. */
    @Bean
    LeastAssurance leastAssurance(ObjectProvider<Catalogue> catalogue) {
        Catalogue actions = catalogue.getIfAvailable(() -> Catalogue.EMPTY);
        return plan -> actions.findFor(plan).map(Definition::leastAssurance);
    }

    @Bean
    Undoing undoing(CaseStore cases, Gates gates, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        return new TakingBack(cases, new UndoAgent(cases, new Gatekeeper(gates, clock), lanes, doors, clock));
    }

    @Bean
    LookingUp lookingUp(CaseStore cases, LaneModes lanes, ActionDoors doors, InstantSource clock) {
        return new AskingAgain(cases, new LookUpAgent(cases, lanes, doors, clock));
    }

    @Bean
    Rehearsal rehearsal(Agents agents, Gates gates, LaneModes lanes, InstantSource clock) {
        return new DryRun(agents, gates, lanes, clock);
    }

    @Bean
    Agents agents(
            Screener screener,
            TriageAgent triage,
            Router router,
            Researcher researcher,
            Composer composer,
            ObjectProvider<ActionPlanner> actionPlanner,
            Briefing briefing,
            Packager packager,
            BridgeWriter bridgeWriter,
            TrackerAgent tracker,
            Reminders reminders) {
        return new AgentRoster(
                screener,
                triage,
                router,
                researcher,
                composer,
                actionPlanner.getIfAvailable(() -> ActionPlanner.NONE),
                briefing,
                packager,
                bridgeWriter,
                tracker,
                reminders);
    }
}
