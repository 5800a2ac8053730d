package io.sallyport.casefile;

import io.sallyport.casefile.AnswerWork.Judged;
import java.util.List;
import java.util.stream.Stream;

/** What the next draft may not say, as the one before was stopped for it. */
public final class Banned {

    private Banned() {}

    /**
     * The sentences that gates stopped, with their reasons; an empty one where it was the whole. What was quoted from a
     * revision that has been replaced since may be said again, as the article says it now.
     */
    public static List<Verdict.Flag> in(AnswerWork answer) {
        return answer.findStopped().stream()
                .flatMap(last -> last.verdicts().stream()
                        .flatMap(verdict -> verdict instanceof Verdict.Stop stop ? flags(stop) : Stream.empty())
                        .filter(flag -> !isReplaced(sources(last, flag), answer)))
                .toList();
    }

    private static Stream<Verdict.Flag> flags(Verdict.Stop stop) {
        return stop.flagged().isEmpty() ? Stream.of(new Verdict.Flag("", stop.reason())) : stop.flagged().stream();
    }

    private static List<SourceRef> sources(Judged last, Verdict.Flag flag) {
        return last.draft().reply().sentences().stream()
                .filter(sentence -> sentence.text().equals(flag.sentence()))
                .flatMap(sentence -> sentence.citations().stream())
                .map(Citation::source)
                .toList();
    }

    private static boolean isReplaced(List<SourceRef> quoted, AnswerWork answer) {
        return answer.findEvidence().stream()
                .flatMap(evidence -> evidence.passages().stream())
                .map(Passage::source)
                .anyMatch(found -> quoted.stream()
                        .anyMatch(old -> old.id().equals(found.id()) && old.revision() < found.revision()));
    }
}
