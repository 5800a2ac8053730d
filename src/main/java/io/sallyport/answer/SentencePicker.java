package io.sallyport.answer;

import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.model.Embedder;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses which sentences a reply quotes: the best passage, then those of the same article that serve a further need better. */
final class SentencePicker {

    /** A cosine by which another passage must serve a need better than the best one does to be quoted, too. */
    private static final double CLEARLY_BETTER = 0.04;

    /** More sections than this read like the whole article. */
    private static final int MOST_PASSAGES = 3;

    private final Embedder embedder;
    private final Set<String> banned;
    private final int room;

    /**
     * @param banned sentences that may not stand in the reply, flat
     * @param room how many sentences fit; one list of steps counts as one
     */
    SentencePicker(Embedder embedder, Set<String> banned, int room) {
        this.embedder = embedder;
        this.banned = banned;
        this.room = room;
    }

    /** @param missed a need that a passage chosen serves better than the picked sentences do */
    record Choice(List<Picked> picked, Optional<String> missed) {
        Choice {
            picked = List.copyOf(picked);
        }
    }

    Choice pick(Question question, Evidence evidence) {
        var picked = new ArrayList<Picked>();
        int used = 0;
        var headings = new HeadingLine(question, evidence.passages(), banned);
        List<Passage> passages = passages(question, evidence);
        for (Passage passage : passages) {
            List<Picked> from = from(passage, evidence, room - used);
            boolean isWhole = from.size() == PassageText.units(passage.text()).size();
            if (picked.isEmpty() || isWhole) {
                picked.addAll(headings.over(from));
                used += sentences(from);
            }
        }
        return new Choice(picked, missed(question, passages, picked));
    }

    private Optional<String> missed(Question question, List<Passage> passages, List<Picked> picked) {
        List<String> needs = question.askedAbout();
        boolean isAnyAsked = needs.stream().anyMatch(SentencePicker::isAsked);
        return needs.stream()
                .filter(need -> !isAnyAsked || isAsked(need))
                .filter(need -> {
                    float[] wanted = embedder.embed(need);
                    return passages.stream().anyMatch(one -> isServedBetterBy(one, wanted, picked));
                })
                .findFirst();
    }

    /** "I need to get behind a dishwasher" beside a question is why they ask. */
    private static boolean isAsked(String need) {
        return need.indexOf('?') >= 0 || Unmarked.asks(need);
    }

    /**
     * Whether a sentence of the passage is clearly nearer to the need than every sentence picked; a heading answers nothing.
     * Where nothing of the passage is quoted, the sentence must also speak of the need.
     */
    private boolean isServedBetterBy(Passage passage, float[] wanted, List<Picked> picked) {
        double served = picked.stream()
                .filter(one -> one.unit().block() != HeadingLine.BLOCK)
                .mapToDouble(one -> AnswerSignal.nearness(wanted, one.passage(), one.unit(), embedder))
                .max()
                .orElse(0);
        double best = AnswerSignal.bestSentence(wanted, passage, embedder);
        boolean isQuoted = picked.stream().anyMatch(one -> one.passage().equals(passage));
        return best > served + CLEARLY_BETTER && (isQuoted || best >= Coverage.NEAR);
    }

    private List<Passage> passages(Question question, Evidence evidence) {
        Passage best = evidence.passages().getFirst();
        var chosen = new ArrayList<Passage>(List.of(best));
        List<Passage> article = evidence.citable().stream()
                .filter(one -> AnswerSignal.isOneArticle(one, best))
                .toList();
        for (String need : question.askedAbout()) {
            float[] wanted = embedder.embed(need);
            double served = chosen.stream()
                    .mapToDouble(one -> AnswerSignal.bestSentence(wanted, one, embedder))
                    .max()
                    .orElse(0);
            article.stream()
                    .filter(one -> chosen.size() < MOST_PASSAGES && !chosen.contains(one))
                    .filter(one -> AnswerSignal.bestSentence(wanted, one, embedder) > served + CLEARLY_BETTER)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** The passage's sentences in order as far as they fit and may stand without the rest. */
    private List<Picked> from(Passage passage, Evidence evidence, int left) {
        List<Unit> units = PassageText.units(passage.text());
        int end = Excerpt.endsBefore(NextPiece.joined(passage, evidence.passages()), fitting(units, left));
        return units.subList(0, end).stream()
                .map(unit -> new Picked(passage, unit))
                .toList();
    }

    private int fitting(List<Unit> units, int left) {
        int used = 0;
        int openBlock = -1;
        for (int at = 0; at < units.size(); at++) {
            Unit unit = units.get(at);
            boolean goesOnInList = unit.form() == Unit.Form.STEP && unit.block() == openBlock;
            if (banned.contains(SentenceSplitter.flat(unit.text())) || (!goesOnInList && used == left)) {
                return at;
            }
            used += goesOnInList ? 0 : 1;
            openBlock = unit.block();
        }
        return units.size();
    }

    private static int sentences(List<Picked> picked) {
        int count = 0;
        for (int i = 0; i < picked.size(); i++) {
            boolean goesOnInList = i > 0
                    && picked.get(i).unit().form() == Unit.Form.STEP
                    && picked.get(i - 1).unit().form() == Unit.Form.STEP
                    && picked.get(i - 1).unit().block() == picked.get(i).unit().block();
            count += goesOnInList ? 0 : 1;
        }
        return count;
    }
}
