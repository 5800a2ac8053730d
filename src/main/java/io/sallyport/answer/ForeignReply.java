package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Sentence;
import io.sallyport.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reply in a language for which we have no courtesies: what the model wrote, and that a machine wrote it. */
final class ForeignReply {

    private static final String ENGLISH = "en";

    private ForeignReply() {}

    /** The customer's language, empty when it is English or nobody can tell. */
    static Optional<String> findLanguage(CaseRecord record) {
        return record.findings()
                .screening()
                .map(Screening::language)
                .filter(language -> !language.equals(ENGLISH) && !language.equals("und"));
    }

    /** Whether we can say there that a machine wrote the reply. */
    static boolean isPossibleIn(String language) {
        return findDisclosure(language).isPresent();
    }

    /** @param english the same reply as it would stand in English, with its head */
    static Reply of(Reply english, String language, List<Sentence> sentences) {
        var all = new ArrayList<>(sentences);
        all.add(Sentence.plain(findDisclosure(language).orElseThrow(), Sentence.Layout.PARAGRAPH));
        return new Reply(english.kind(), english.to(), english.subject(), language, all);
    }

    private static Optional<String> findDisclosure(String language) {
        return Lexicon.rows("/answer/disclosures.txt").stream()
                .filter(row -> row.getFirst().equals(language))
                .map(List::getLast)
                .findFirst();
    }
}
