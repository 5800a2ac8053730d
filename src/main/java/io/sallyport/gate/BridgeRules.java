package io.sallyport.gate;

import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.judge.ClaimJudge.Claim;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What gates hold against bridge replies beside what they hold against every reply. In English each sentence has to be proven
 * from the case like any claim from its article. In other languages, and to somebody who may be in danger, only the reviewed
 * words pass, filled here once more from the record and compared letter by letter.
 */
final class BridgeRules {

    static final String REVIEWED = "the reviewed words, filled from the case";

    private BridgeRules() {}

    /** Exactly the words that were reviewed, with what this very record says. */
    static boolean isStandard(CaseRecord record, Reply reply) {
        return reply.kind() == Reply.Kind.BRIDGE
                && standard(record).filter(reply::equals).isPresent()
                && NewsText.of(record).stream().noneMatch(NewsText::hasNote);
    }

    /** Of what engineering said, or of the hand-over. */
    private static Optional<Reply> standard(CaseRecord record) {
        return isNews(record)
                ? NewsText.of(record).map(NewsText::reply)
                : HandOverText.of(record).map(HandOverText::reply);
    }

    static boolean isNews(CaseRecord record) {
        return record.bridge().findRound().stream().anyMatch(round -> round.occasion() == BridgeWork.Occasion.NEWS);
    }

    private static SourceRef source(CaseRecord record) {
        return isNews(record)
                ? NewsText.of(record).orElseThrow().source()
                : HandOverText.of(record).orElseThrow().source();
    }

    /** The same where the rules for English have nothing to say. */
    static boolean isReviewed(CaseRecord record, Reply reply) {
        return isStandard(record, reply) && !isToBeProven(record, reply);
    }

    private static boolean isToBeProven(CaseRecord record, Reply reply) {
        return reply.language().equals(InEnglish.ENGLISH) && !HandOverText.isAboutSafety(record);
    }

    /**
     * The verdict where the reviewed words are all that may pass; empty for a reply that has to be proven.
     *
     * @param citable what that reply may cite
     */
    static Optional<Verdict> judge(String gate, CaseRecord record, Reply reply, LivingSources citable) {
        if (reply.kind() != Reply.Kind.BRIDGE || isToBeProven(record, reply)) {
            return Optional.empty();
        }
        if (!isStandard(record, reply)) {
            String where = HandOverText.isAboutSafety(record)
                    ? "to somebody who may be in danger"
                    : "in '" + reply.language() + "'";
            return Optional.of(Verdict.stop(gate, "only the reviewed words of a bridge reply may be said " + where));
        }
        return Optional.of(
                citable.find(source(record)) instanceof LivingSources.Finding.NotLiving(String why)
                        ? Verdict.stop(gate, why)
                        : Verdict.pass(gate, REVIEWED));
    }

    static boolean isReviewedQuestion(CaseRecord record, String text) {
        return NewsText.of(record)
                        .flatMap(NewsText::question)
                        .filter(text::equals)
                        .isPresent()
                || HandOverText.of(record).stream()
                        .flatMap(told -> told.questions().stream())
                        .anyMatch(question -> question.text().equals(SentenceSplitter.flat(text)));
    }

    /** What a bridge reply in English lacks, or has too much of. */
    static List<Flag> flags(CaseRecord record, Reply reply, List<Statement> statements, List<Claim> proven) {
        if (reply.kind() != Reply.Kind.BRIDGE) {
            return List.of();
        }
        var flags = new ArrayList<Flag>();
        statements.stream()
                .map(Statement::text)
                .filter(Questions::isQuestion)
                .filter(text -> !isReviewedQuestion(record, text))
                .forEach(text -> flags.add(new Flag(
                        text, "a bridge reply asks only for what people cannot do without, in reviewed words")));
        if (isNews(record)) {
            return flags;
        }
        boolean saysWhen = HandOverText.of(record).map(HandOverText::time).map(SentenceSplitter::flat).stream()
                .anyMatch(time ->
                        proven.stream().anyMatch(claim -> claim.evidence().equals(time)));
        if (!saysWhen) {
            flags.add(new Flag(reply.subject(), "it does not say by when they will hear"));
        }
        List<String> said = statements.stream().map(Statement::text).toList();
        StandingReceipts.untold(record).stream()
                .flatMap(receipt -> receipt.sentences().stream())
                .map(SentenceSplitter::flat)
                .filter(done -> !said.contains(done))
                .forEach(done -> flags.add(new Flag(reply.subject(), "it does not say what was done: " + done)));
        return flags;
    }
}
