package io.sallyport.skill;

import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one gate said.
 *
 * @param reason empty when it passed
 * @param stopped the exact sentences that it stopped, none where it stopped the whole
 * @param notes what was checked
 * @param judges what language models said that were asked as judges
 */
public record Judgement(
        String gate, boolean passed, String reason, List<Stopped> stopped, List<String> notes, List<String> judges) {

    public record Stopped(String sentence, String why) {
        static Stopped of(Verdict.Flag flag) {
            return new Stopped(flag.sentence(), flag.why());
        }
    }

    static Judgement of(Verdict verdict) {
        var judges = verdict.opinions().stream()
                .flatMap(opinion -> opinion.findings().stream()
                        .map(finding -> opinion.model() + " says " + finding.answer() + " of “" + finding.sentence()
                                + "”: " + finding.why()))
                .toList();
        return switch (verdict) {
            case Verdict.Pass(var gate, var notes, var _) -> new Judgement(gate, true, "", List.of(), notes, judges);
            case Verdict.Stop(var gate, var reason, var flagged, var _, var _, var _) ->
                new Judgement(
                        gate, false, reason, flagged.stream().map(Stopped::of).toList(), List.of(), judges);
        };
    }

    Stream<String> lines() {
        var head = "**" + gate + "** " + (passed ? "passes. " + String.join("; ", notes) : "STOPS: " + reason);
        return Stream.of(
                        Stream.of(head.strip()),
                        stopped.stream().map(one -> "stopped sentence: “" + one.sentence() + "”: " + one.why()),
                        judges.stream())
                .flatMap(lines -> lines);
    }
}
