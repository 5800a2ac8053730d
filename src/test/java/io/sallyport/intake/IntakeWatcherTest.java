package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.intake.Receipt.AlreadyKnown;
import io.sallyport.intake.Receipt.Joined;
import io.sallyport.intake.Receipt.Opened;
import io.sallyport.intake.Receipt.Refused;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class IntakeWatcherTest {

    private static final String JO = "jo@fjordmail.example";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final CaseStore store = new Desk(
                    database.dataSource(),
                    new ScriptedAgents(),
                    Gates.ofReplies(List.of()),
                    List.of(),
                    ActionDoors.NONE,
                    clock)
            .cases();
    private final IntakeWatcher watcher =
            IntakeWatcher.over(database.dataSource(), store, IntakeSettings.defaults(), clock);
    private int mails;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void opensACaseWithAPageOfItsOwn() {
        Opened opened = (Opened) watcher.receive(mail(JO, "Hub offline", "My hub is offline.\n-- \nJo", Map.of()));

        CaseRecord record = store.load(opened.caseId());
        assertThat(record.ticket().customer()).isEqualTo(JO);
        assertThat(record.messages().getFirst().written()).isEqualTo("My hub is offline.");
        assertThat(record.messages().getFirst().setAside()).contains("Jo");
        assertThat(store.findByLink(opened.link())).contains(opened.caseId());
        assertThat(opened.link()).hasSizeGreaterThan(30);
    }

    @Test
    void theSameMessageTwiceChangesNothing() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        Incoming answer = mail(JO, "Re: Hub offline", "It blinks.", Map.of("in-reply-to", messageId(first)));
        watcher.receive(answer);
        int before = store.events(id).size();

        assertThat(watcher.receive(first)).isEqualTo(new AlreadyKnown(id));
        assertThat(watcher.receive(answer)).isEqualTo(new AlreadyKnown(id));
        assertThat(store.events(id)).hasSize(before);
    }

    @Test
    void theSameMailByAnotherDoorChangesNothing() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);

        assertThat(watcher.receive(by("import:old.mbox", first))).isEqualTo(new AlreadyKnown(id));
        assertThat(store.events(id)).hasSize(1);
    }

    @Test
    void joinsByThreadHeadersNineDaysLater() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        clock.tick(Duration.ofDays(9));

        assertThat(watcher.receive(mail(JO, "Re: Hub offline", "Still so.", Map.of("in-reply-to", messageId(first)))))
                .isEqualTo(new Joined(id));
        assertThat(watcher.receive(
                        mail(JO, "Re: Hub", "And now?", Map.of("references", "<x@y.example> " + messageId(first)))))
                .isEqualTo(new Joined(id));
        assertThat(store.load(id).messages())
                .extracting(Message::written)
                .containsExactly("My hub is offline.", "Still so.", "And now?");
    }

    @Test
    void joinsAnAnswerThatOvertookTheMailItAnswers() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(mail(JO, "Re: Hub offline", "And it blinks.", Map.of("in-reply-to", messageId(first))));

        assertThat(watcher.receive(first)).isEqualTo(new Joined(id));
    }

    @Test
    void joinsByTheTicketIdInTheSubject() {
        CaseId id = opened(mail(JO, "Hub offline", "My hub is offline.", Map.of()));

        assertThat(watcher.receive(mail(JO, "AW: [" + id + "] Hub offline", "Danke.", Map.of())))
                .isEqualTo(new Joined(id));
    }

    @Test
    void aStrangerJoinsNothingByQuotingIds() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);

        assertThat(watcher.receive(mail("eve@evil.example", "Re: [" + id + "]", "Send me the invoice.", Map.of())))
                .isInstanceOf(Opened.class);
        assertThat(watcher.receive(
                        mail("eve@evil.example", "Re: Hub", "Refund me.", Map.of("in-reply-to", messageId(first)))))
                .isInstanceOf(Opened.class);
        assertThat(watcher.receive(mail("", "Re: [" + id + "]", "Nobody's words.", Map.of())))
                .isInstanceOf(Opened.class);
        assertThat(store.load(id).messages()).hasSize(1);
    }

    @Test
    void thePagesLinkJoinsAndAWrongOneIsRefused() {
        Opened opened = (Opened) watcher.receive(mail(JO, "Hub offline", "My hub is offline.", Map.of()));
        Incoming onPage = Incoming.words("page", "p-1", Channel.WEB, "", "", "It is back.", clock.instant());

        assertThat(watcher.receive(onPage.onPage(opened.link()))).isEqualTo(new Joined(opened.caseId()));
        assertThat(store.load(opened.caseId()).latestFromCustomer().from()).isEqualTo(JO);
        assertThat(watcher.receive(onPage.onPage("guessed"))).isInstanceOf(Refused.class);
    }

    @Test
    void aMessageReopensAResolvedCase() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        store.append(store.load(id), List.of(new Entry(Actor.person("Ines"), new Fact.CaseResolved("done"))));
        clock.tick(Duration.ofHours(24));

        watcher.receive(mail(JO, "Re: Hub offline", "Broken again.", Map.of("in-reply-to", messageId(first))));

        assertThat(store.load(id).standing()).isEqualTo(new Standing.AtWork());
    }

    @Test
    void anAutoReplyIsKeptButVoidsNoWork() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        store.append(store.load(id), List.of(new Entry(Actor.person("Ines"), new Fact.CaseResolved("done"))));

        watcher.receive(mail(
                JO,
                "Automatic reply: Hub offline",
                "I am out of the office.",
                Map.of("in-reply-to", messageId(first), "auto-submitted", "auto-replied")));

        assertThat(store.load(id).standing()).isInstanceOf(Standing.Resolved.class);
        assertThat(store.load(id).messages().getLast().author()).isEqualTo(Message.Author.MACHINE);
        assertThat(store.load(id).unanswered()).extracting(Message::written).containsExactly("My hub is offline.");
    }

    @Test
    void aBounceOfOurReplyGoesToAPerson() {
        CaseId id = opened(mail(JO, "Hub offline", "My hub is offline.", Map.of()));
        var ours = new Message(
                "<reply-1@desk.example>",
                Message.Author.DESK,
                "",
                clock.instant(),
                "Re",
                "Restart it.",
                "",
                List.of(),
                Map.of());
        store.append(store.load(id), List.of(new Entry(Actor.DESK, new Fact.MessageReceived(ours))));

        Receipt receipt = watcher.receive(mail(
                "mailer-daemon@mx.example",
                "Undelivered Mail Returned to Sender",
                "no such user",
                Map.of("x-attached-message-id", "<reply-1@desk.example>", "x-failed-recipients", JO)));

        assertThat(receipt).isEqualTo(new Joined(id));
        assertThat(store.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.why()).isEqualTo("our reply came back undelivered"));
    }

    @Test
    void keepsATwinIdWithOtherWords() {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        Incoming twin = mail(JO, "Hub offline", "Other words.", Map.of("message-id", messageId(first)));

        assertThat(watcher.receive(twin)).isEqualTo(new Joined(id));
        assertThat(store.load(id).messages()).extracting(Message::id).doesNotHaveDuplicates();
    }

    @Test
    void marksAMachineThatRepeatsItself() {
        for (int i = 0; i < 8; i++) {
            watcher.receive(mail(JO, "Ping " + i, "The same words.", Map.of()));
        }
        List<Boolean> marked = store.list(CaseStore.Query.newest(50)).stream()
                .map(summary ->
                        store.load(summary.id()).messages().getFirst().headers().containsKey(Marks.LOOP))
                .toList();

        assertThat(marked).hasSize(8);
        assertThat(marked.stream().filter(m -> m)).hasSize(3);
    }

    @Test
    void dropsMarksThatAStrangerSends() {
        CaseId id = opened(mail(JO, "x", "y", Map.of(Marks.LOOP, "yes", Marks.WARNING, "click here", "x-mailer", "m")));

        assertThat(store.load(id).messages().getFirst().headers()).containsOnlyKeys("message-id", "x-mailer");
    }

    @Test
    void refusesWhatIsNoMessage() {
        assertThat(watcher.receive(Incoming.words("api", " ", Channel.API, JO, "", "x", clock.instant())))
                .isInstanceOf(Refused.class);
        assertThat(watcher.receive(
                        Incoming.words("api", "big", Channel.API, JO, "", "x".repeat(2_000_001), clock.instant())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void readsABoundedPartOfALongTextAndKeepsAllOfIt() {
        String text = "word ".repeat(30_000).strip();
        CaseId id = opened(Incoming.words("api", "long", Channel.API, JO, "", text, clock.instant()));
        Message message = store.load(id).messages().getFirst();

        assertThat(message.written()).hasSize(100_000);
        assertThat(message.written() + message.setAside()).isEqualTo(text);
        assertThat(message.headers().get(Marks.WARNING)).contains("149999 characters");
    }

    @Test
    void keepsWhateverCharactersCome() {
        CaseId id = opened(Incoming.words(
                "api", "odd\u0000", Channel.API, JO + "\u0000", "a\u0000\nb", "x\u0000\uD83D y", clock.instant()));

        assertThat(store.load(id).messages().getFirst().written()).isEqualTo("x\uFFFD y");
        assertThat(store.load(id).ticket().subject()).isEqualTo("a b");
    }

    @Test
    void manyAtOnceOpenOneCaseAndLoseNothing() throws Exception {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        List<Incoming> all = new ArrayList<>(List.of(first, by("import:a", first), first));
        for (int i = 0; i < 20; i++) {
            all.add(mail(JO, "Re: Hub offline", "Answer " + i, Map.of("in-reply-to", messageId(first))));
        }
        List<Receipt> receipts = receiveAtOnce(all);

        assertThat(receipts).filteredOn(Opened.class::isInstance).hasSize(1);
        List<CaseStore.Summary> cases = store.list(CaseStore.Query.newest(50));
        assertThat(cases).hasSize(1);
        assertThat(store.load(cases.getFirst().id()).messages().stream()
                        .map(Message::written)
                        .filter(text -> text.startsWith("Answer"))
                        .distinct())
                .hasSize(20);
    }

    @Test
    void losesNothingWhileTheCaseMoves() throws Exception {
        Incoming first = mail(JO, "Hub offline", "My hub is offline.", Map.of());
        CaseId id = opened(first);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> worker = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    claimAndRelease(id);
                }
            });
            for (int i = 0; i < 20; i++) {
                watcher.receive(mail(JO, "Re: Hub", "Answer " + i, Map.of("in-reply-to", messageId(first))));
            }
            worker.get();
        }

        assertThat(store.load(id).messages()).hasSize(21);
    }

    private void claimAndRelease(CaseId id) {
        try {
            var claim = new Entry(Actor.person("Ines"), new Fact.CaseClaimed());
            var release = new Entry(Actor.person("Ines"), new Fact.CaseReleased());
            store.append(store.load(id), List.of(claim, release));
        } catch (CaseStore.CaseMoved moved) {
            // The message was faster; that is what this test is about.
        }
    }

    private List<Receipt> receiveAtOnce(List<Incoming> all) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> futures = all.stream()
                    .map(incoming -> threads.submit(() -> watcher.receive(incoming)))
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> future : futures) {
                receipts.add(future.get());
            }
            return receipts;
        }
    }

    private CaseId opened(Incoming incoming) {
        return ((Opened) watcher.receive(incoming)).caseId();
    }

    private static String messageId(Incoming incoming) {
        return incoming.headers().getOrDefault("message-id", "");
    }

    private Incoming mail(String from, String subject, String text, Map<String, String> headers) {
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

    private static Incoming by(String source, Incoming incoming) {
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
