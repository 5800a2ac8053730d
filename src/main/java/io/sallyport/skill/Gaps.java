package io.sallyport.skill;

import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Token;
import io.sallyport.text.Tokens;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a question asks that no passage which may be quoted speaks of. Goes by words alone, so it names candidates. */
final class Gaps {

    private Gaps() {}

    static List<String> in(Evidence evidence) {
        var missing = new ArrayList<String>();
        if (evidence.question().isBlank()) {
            missing.add("a question: nothing was asked");
        } else if (evidence.passages().isEmpty()) {
            missing.add("an article: nothing was found");
        } else if (evidence.citable().isEmpty()) {
            missing.add("a passage that may be quoted: all that was found is stale, unreviewed or internal");
        }
        Set<String> held = held(evidence);
        for (String sentence : SentenceSplitter.split(evidence.question())) {
            var absent = Tokens.in(sentence).stream()
                    .filter(token -> !token.isSign())
                    .map(Token::lower)
                    .filter(word -> !Words.isStopWord(word) && !held.contains(Words.stem(word)))
                    .distinct()
                    .toList();
            if (!absent.isEmpty()) {
                missing.add("“" + sentence + "”: no quotable passage has the words " + String.join(", ", absent));
            }
        }
        return List.copyOf(missing);
    }

    private static Set<String> held(Evidence evidence) {
        var held = new HashSet<String>();
        for (Passage passage : evidence.citable()) {
            held.addAll(Words.content(passage.heading() + "\n" + passage.text()));
        }
        return held;
    }
}
