package io.sallyport.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reading;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Customer ANYONE = Customer.unknown("kim@example.com");

    private final Router router = new Router(new RoutingSettings(Set.of("en")));

    private Route route(String text) {
        return router.route(record(List.of(text), ANYONE, "en", Priority.P3));
    }

    @Test
    void sendsAnOrdinaryQuestionToTheAnswerLaneAndItsSpecialist() {
        Route route = route("How do I put my tax number on the next invoice?");
        assertThat(route.triggers()).isEmpty();
        assertThat(route.lanes()).containsExactly(Lane.ANSWER);
        assertThat(route.queue()).isEqualTo("billing");
    }

    @Test
    void countsOurAnswersInTheThread() {
        var texts = List.of("It fails.", "Still fails.", "Fails again.", "And now?");
        assertThat(router.route(record(texts, ANYONE, "en", Priority.P3)).triggers())
                .extracting(Trigger::kind)
                .contains(Kind.REPEATED_ATTEMPTS);
        assertThat(router.route(record(texts.subList(0, 3), ANYONE, "en", Priority.P3))
                        .triggers())
                .extracting(Trigger::kind)
                .doesNotContain(Kind.REPEATED_ATTEMPTS);
    }

    @Test
    void readsPriorityCustomerAndLanguageFromTheRecord() {
        var vip = new Customer("kim@example.com", "Kim", "fleet", true, true, 1, "USD");
        Route route = router.route(record(List.of("Guten Tag, eine Frage."), vip, "de", Priority.P1));
        assertThat(route.triggers())
                .extracting(Trigger::kind)
                .contains(Kind.P1, Kind.VIP, Kind.AT_RISK, Kind.LANGUAGE_NOT_SERVED);
        assertThat(route.lanes()).containsExactly(Lane.ESCALATION);
    }

    @Test
    void saysWhichWordsSetATriggerOff() {
        assertThat(route("Thanks, but I want a real person now.")
                        .triggers()
                        .getFirst()
                        .because())
                .contains("real person");
    }

    /** The desk answers each of the texts but the last. */
    static CaseRecord record(List<String> texts, Customer customer, String language, Priority priority) {
        return record(texts, customer, language, priority, List.of());
    }

    static CaseRecord record(
            List<String> texts, Customer customer, String language, Priority priority, List<Trigger.Kind> impressions) {
        return record(texts, customer, language, priority, impressions, List.of());
    }

    static CaseRecord record(
            List<String> texts,
            Customer customer,
            String language,
            Priority priority,
            List<Trigger.Kind> impressions,
            List<Trigger.Kind> doubts) {
        var facts = new ArrayList<Fact>();
        var ticket = new Ticket("test", "t-1", Channel.WEB, customer.address(), "", "link");
        for (int at = 0; at < texts.size(); at++) {
            var words = message("c" + at, Message.Author.CUSTOMER, texts.get(at));
            facts.add(at == 0 ? new Fact.TicketOpened(ticket, words) : new Fact.MessageReceived(words));
            if (at < texts.size() - 1) {
                facts.add(new Fact.MessageReceived(message("d" + at, Message.Author.DESK, "Have you tried …")));
            }
        }
        facts.add(
                new Fact.Screened(new Screening(language, 0.9, Screening.Automatic.NONE, List.of(), List.of(), false)));
        facts.add(new Fact.Triaged(new Triage(
                new Triage.Classification(Category.BILLING, Optional.empty(), 0.9, "", "", false),
                new Triage.Urgency(priority, "test", List.of()),
                impressions,
                Mood.CALM,
                customer,
                Triage.Related.NOTHING,
                new Triage.Sla(NOW, NOW),
                Reading.EMBEDDED,
                doubts)));
        var events = new ArrayList<CaseEvent>();
        CaseId id = CaseId.random();
        for (Fact fact : facts) {
            events.add(
                    new CaseEvent(id, events.size() + 1, NOW, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS));
        }
        return CaseRecord.fold(events);
    }

    private static Message message(String id, Message.Author author, String text) {
        return new Message(id, author, "kim@example.com", NOW, "", text, "", List.of(), Map.of());
    }
}
