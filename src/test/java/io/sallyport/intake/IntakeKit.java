package io.sallyport.intake;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.intake.Receipt.Opened;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An intake watcher over a database of its own, and mails of Jo's to hand to it. */
final class IntakeKit implements AutoCloseable {

    static final String JO = "jo@fjordmail.example";

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    final CaseStore store = new Desk(
                    database.dataSource(),
                    new ScriptedAgents(),
                    Gates.ofReplies(List.of()),
                    List.of(),
                    ActionDoors.NONE,
                    clock)
            .cases();
    final IntakeWatcher watcher = IntakeWatcher.over(database.dataSource(), store, IntakeSettings.defaults(), clock);
    private int mails;

    @Override
    public void close() {
        database.close();
    }

    CaseId opened(Incoming incoming) {
        return ((Opened) watcher.receive(incoming)).caseId();
    }

    static String messageId(Incoming incoming) {
        return incoming.headers().getOrDefault("message-id", "");
    }

    Incoming mail(String from, String subject, String text, Map<String, String> headers) {
        String id = "<m" + ++mails + "@fjordmail.example>";
        Map<String, String> all = new HashMap<>(Map.of("message-id", id));
        all.putAll(headers);
        return new Incoming(
                "mail",
                id,
                Channel.EMAIL,
                from,
                subject,
                Incoming.Body.plain(text),
                clock.instant(),
                all,
                List.of(),
                Optional.empty());
    }

    static Incoming by(String source, Incoming incoming) {
        return new Incoming(
                source,
                incoming.externalId(),
                incoming.channel(),
                incoming.from(),
                incoming.subject(),
                incoming.body(),
                incoming.sentAt(),
                incoming.headers(),
                incoming.attachments(),
                incoming.pageLink());
    }
}
