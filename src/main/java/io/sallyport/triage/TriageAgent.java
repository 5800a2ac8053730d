package io.sallyport.triage;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reading;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Triage;
import io.sallyport.connector.CustomerDirectory;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the customer wrote since we last answered, as one, and says what it is and how much it matters. */
public final class TriageAgent {

    private final CategoryModel categories;
    private final KnowledgeBase articles;
    private final CustomerDirectory customers;
    private final DueTimes dueTimes;
    private final MoodReader moods = new MoodReader();
    private final SecondOpinion secondOpinion;
    private final RelatedCases related;
    private final Optional<TwoReadings> model;

    TriageAgent(
            CategoryModel categories,
            KnowledgeBase articles,
            SecondOpinion secondOpinion,
            CustomerDirectory customers,
            RelatedCases related,
            DueTimes dueTimes,
            Optional<ModelTriage> model) {
        this.model = model.map(TwoReadings::new);
        this.secondOpinion = secondOpinion;
        this.related = related;
        this.categories = categories;
        this.articles = articles;
        this.customers = customers;
        this.dueTimes = dueTimes;
    }

    public Triage triage(CaseRecord record) {
        List<Message> unanswered = record.unanswered();
        String text = unanswered.stream().map(Message::subjectAndText).collect(Collectors.joining("\n\n"));
        PlainWords words = OwnWords.of(unanswered);
        String language = record.findings().screening().map(Screening::language).orElse("und");
        Readers.Read read = secondOpinion.read(text, words, language);
        CategoryModel.Guess guess = categories.guess(text);
        Triage.Urgency urgency = secondOpinion.urgency(read, words);
        Triage.Classification classification = classification(guess, isElsewhere(read));
        TwoReadings.Joined joined = model.map(readings -> readings.join(record, unanswered, classification, urgency))
                .orElseGet(() -> new TwoReadings.Joined(classification, urgency, Reading.EMBEDDED));
        String address = record.ticket().customer();
        return new Triage(
                joined.classification(),
                joined.urgency(),
                secondOpinion.impressions(read),
                moods.read(words),
                customers.find(address).orElseGet(() -> Customer.unknown(address)),
                related.to(record, text, joined.classification().category()),
                dueTimes.of(joined.urgency().priority(), unanswered.getFirst().at()),
                joined.reading(),
                secondOpinion.doubts(read));
    }

    /** Whoever calls one of our own things by its name is seldom at the wrong door. */
    private boolean isElsewhere(Readers.Read read) {
        return secondOpinion.isElsewhere(read)
                && (secondOpinion.isSurelyElsewhere(read) || !articles.isOurNameIn(read.text()));
    }

    /** A topic that names none of this company's articles, as when the examples are another's, says nothing. */
    private Triage.Classification classification(CategoryModel.Guess guess, boolean isElsewhere) {
        Optional<Article> topic = isElsewhere ? Optional.empty() : guess.topic().flatMap(articles::find);
        return new Triage.Classification(
                guess.category(),
                guess.secondary(),
                guess.confidence(),
                topic.map(Article::slug).orElse(""),
                topic.flatMap(Article::productArea).orElse(""),
                isElsewhere);
    }
}
