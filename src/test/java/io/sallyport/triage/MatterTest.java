package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.model.Embedder;
import io.sallyport.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where likeness ends, on messages written for it: true twins, and different matters under one subject. */
class MatterTest {

    private record Told(String of, Matter matter) {}

    private record Pair(Matter one, Matter other) {
        boolean isOneCause() {
            return one.mayBe(other)
                    && Embedder.similarity(Engine.SENTENCES.embed(one.text()), Engine.SENTENCES.embed(other.text()))
                            >= RelatedCases.SAME_CAUSE;
        }
    }

    private static List<Pair> pairs(String resource, String by, boolean isSame) {
        List<Told> told = Lexicon.lines(resource).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(row -> new Told(row.path(by).asString(""), matter(row)))
                .toList();
        var pairs = new ArrayList<Pair>();
        for (int at = 0; at < told.size(); at++) {
            for (Told later : told.subList(at + 1, told.size())) {
                if (told.get(at).of().equals(later.of()) == isSame) {
                    pairs.add(new Pair(told.get(at).matter(), later.matter()));
                }
            }
        }
        return pairs;
    }

    private static Matter matter(JsonNode row) {
        return Matter.NOTHING.and(
                row.path("subject").asString(""), row.path("text").asString(""));
    }

    @Test
    void noTwoOfDifferentMattersUnderOneSubjectAreOneCause() {
        assertThat(pairs("/triage/same-subject.jsonl", "subject", true))
                .hasSizeGreaterThan(100)
                .noneMatch(Pair::isOneCause);
    }

    @Test
    void noTwoOfDifferentFaultsAreOneCause() {
        assertThat(pairs("/triage/twins.jsonl", "matter", false)).noneMatch(Pair::isOneCause);
    }

    @Test
    void aThirdOfThePairsThatTellOfOneFaultAreSeen() {
        List<Pair> twins = pairs("/triage/twins.jsonl", "matter", true);
        assertThat(twins.stream().filter(Pair::isOneCause).count()).isGreaterThanOrEqualTo(twins.size() / 3);
    }
}
