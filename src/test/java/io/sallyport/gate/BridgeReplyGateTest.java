package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bridge reply may say who has the case and by when they answer, as the record has it, and nothing else. */
class BridgeReplyGateTest {

    private static final Duration WAIT = Duration.ofHours(8);

    private final GateCase file = new GateCase();

    private CaseRecord record(Trigger.Kind why) {
        var expected = new Expectation(file.now().plus(WAIT), "Europe/Berlin", "P4");
        return file.recordWith(
                new Fact.Escalated("billing", List.of(new Trigger(why, "test")), "test", List.of()),
                new Fact.WaitEstimated(expected));
    }

    private CaseRecord record() {
        return record(Trigger.Kind.NO_ANSWER);
    }

    private List<Verdict> judge(CaseRecord record, Reply reply) {
        return new Gatekeeper(Gates.ofReplies(file.gates().all()), file.clock).judge(record, reply);
    }

    private void assertStopped(CaseRecord record, Reply reply) {
        assertThat(judge(record, reply)).as(reply.text()).anyMatch(verdict -> !verdict.isPass());
    }

    private static Reply standard(CaseRecord record) {
        return HandOverText.of(record).orElseThrow().reply();
    }

    private static Reply with(Reply reply, List<Sentence> sentences) {
        return new Reply(reply.kind(), reply.to(), reply.subject(), reply.language(), sentences);
    }

    private static Reply plus(Reply reply, Sentence more) {
        var sentences = new ArrayList<>(reply.sentences());
        sentences.add(sentences.size() - 1, more);
        return with(reply, sentences);
    }

    private static Reply replaced(Reply reply, String from, String to) {
        return with(
                reply,
                reply.sentences().stream()
                        .map(one -> new Sentence(one.text().replace(from, to), one.layout(), one.citations()))
                        .toList());
    }

    private static Reply forged(Reply reply, String from, String to) {
        return with(
                reply,
                reply.sentences().stream()
                        .map(one -> new Sentence(
                                one.text().replace(from, to),
                                one.layout(),
                                one.citations().stream()
                                        .map(cited -> new Citation(
                                                cited.source(), cited.quote().replace(from, to)))
                                        .toList()))
                        .toList());
    }

    @Test
    void theRecordsOwnWordsPassEveryGate() {
        assertThat(judge(record(), standard(record()))).hasSize(4).allMatch(Verdict::isPass);
        assertThat(standard(record()).text())
                .contains("Your message about billing is with our billing team.")
                .contains("by Monday, 2 March 2026, 18:00 (Europe/Berlin, UTC+1).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh"})
    void reviewedWordsOfOtherLanguagesPassWithoutAModel(String language) {
        file.screening = new Screening(language, 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        Reply reply = standard(record());
        assertThat(reply.language()).isEqualTo(language);
        assertThat(judge(record(), reply)).allMatch(Verdict::isPass);
        assertThat(reply.text()).contains("2026", "Europe/Berlin").doesNotContain("{");
        assertStopped(record(), replaced(reply, "18:00", "16:00"));
        assertStopped(record(), plus(reply, Sentence.plain(".", Layout.RUN_ON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "und"})
    void whoWritesInAnotherLanguageIsToldInEnglish(String language) {
        file.screening = new Screening(language, 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        assertThat(standard(record()).language()).isEqualTo("en");
        assertThat(judge(record(), standard(record()))).allMatch(Verdict::isPass);
    }

    /** Another value in the sentence alone, and in the quote as well. */
    static Stream<List<String>> otherValues() {
        return Stream.of(
                List.of("18:00", "16:00"),
                List.of("2 March", "1 March"),
                List.of("Monday", "Sunday"),
                List.of("2026", "2025"),
                List.of("UTC+1", "UTC+2"),
                List.of("Europe/Berlin", "Europe/London"),
                List.of("billing team", "technical team"),
                List.of("is with our billing team", "is with our director"),
                List.of("a person", "our director"),
                List.of("will hear from", "will get a refund from"),
                List.of("You will hear", "You will not hear"),
                List.of("You will hear", "You may hear"),
                List.of("about billing", "about a refund"));
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void anotherTimeOrTeamIsStopped(List<String> change) {
        CaseRecord record = record();
        assertStopped(record, replaced(standard(record), change.getFirst(), change.getLast()));
        assertStopped(record, forged(standard(record), change.getFirst(), change.getLast()));
    }

    static Stream<Sentence> additions() {
        var own = new SourceRef("case:SP-0123456789", 1);
        return Stream.of(
                Sentence.plain("We will refund you $20.", Layout.RUN_ON),
                Sentence.plain("Your refund is on its way.", Layout.RUN_ON),
                Sentence.plain("It will be fixed by tomorrow.", Layout.RUN_ON),
                Sentence.plain("Would you like a refund of $20?", Layout.RUN_ON),
                Sentence.plain("What does Pro cost?", Layout.RUN_ON),
                GateCase.citing("You will get a refund by Monday, 2 March 2026.", own, "Your message about billing"),
                // True and proven, of an article: a bridge reply answers nothing.
                GateCase.quoted("The Home plan costs $6 a month.", GateCase.PLANS));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void whatTheRecordDoesNotSayIsStopped(Sentence more) {
        CaseRecord record = record();
        assertStopped(record, plus(standard(record), more));
    }

    @Test
    void courtesiesAloneAreNoBridge() {
        CaseRecord record = record();
        Reply bare = with(
                standard(record),
                standard(record).sentences().stream()
                        .filter(sentence -> sentence.citations().isEmpty())
                        .toList());
        assertStopped(record, bare);
    }

    @Test
    void anAnswerMayNotCiteItsCase() {
        CaseRecord record = record();
        Reply bridge = standard(record);
        assertStopped(
                record,
                new Reply(Reply.Kind.ANSWER, bridge.to(), bridge.subject(), bridge.language(), bridge.sentences()));
    }

    @Test
    void aTimeThatHasPassedIsStopped() {
        CaseRecord record = record();
        Reply reply = standard(record);
        file.clock.tick(WAIT);
        assertStopped(record, reply);
    }

    @Test
    void norMayItHavePassedInAnotherLanguage() {
        file.screening = new Screening("de", 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        CaseRecord record = record();
        file.clock.tick(WAIT);
        assertStopped(record, standard(record));
    }

    @Test
    void anEarlierEstimateIsNoSource() {
        CaseRecord record = record();
        Reply old = standard(record);
        var later = new Expectation(file.now().plus(WAIT).plusSeconds(3600), "Europe/Berlin", "P4");
        CaseRecord again = file.recordWith(
                new Fact.Escalated("billing", List.of(), "test", List.of()),
                new Fact.WaitEstimated(record.bridge().findExpectation().orElseThrow()),
                new Fact.WaitEstimated(later));
        assertStopped(again, old);
    }

    @Test
    void nobodyIsToldBeforePeopleHaveTheCase() {
        assertStopped(file.record(), standard(record()));
    }

    @Test
    void anotherCustomerIsNotTold() {
        CaseRecord record = record();
        Reply reply = standard(record);
        assertStopped(
                record,
                new Reply(reply.kind(), "eve@example.org", reply.subject(), reply.language(), reply.sentences()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "ja"})
    void onlyReviewedWordsReachSomebodyInDanger(String language) {
        file.screening = new Screening(language, 0.99, Screening.Automatic.NONE, List.of(), List.of(), false);
        CaseRecord danger = record(Trigger.Kind.SAFETY);
        assertThat(judge(danger, standard(danger))).allMatch(Verdict::isPass);
        assertThat(standard(danger).sentences()).hasSize(5);
        assertStopped(danger, standard(record()));
        assertStopped(danger, plus(standard(danger), Sentence.plain("Take a deep breath.", Layout.RUN_ON)));
        assertStopped(record(), standard(danger));
    }
}
