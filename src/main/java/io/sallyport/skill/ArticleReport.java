package io.sallyport.skill;

import java.util.List;
import java.util.Locale;

/**
 * A draft of an article from how a case was answered, in the case's own words or in a model's that the case bears. It is printed and goes nowhere; an article that a machine wrote may be
 * quoted only once a person has read it.
 *
 * @param coverage {@code covered}, {@code partly} or {@code new}
 * @param near articles on the matter, the nearest first
 * @param by {@code embedded}, or the model that wrote it
 * @param notes what a reviewer has to know
 * @param article as a file of the knowledge base
 */
public record ArticleReport(
        String format,
        About about,
        String coverage,
        String why,
        List<Near> near,
        String slug,
        String by,
        List<String> notes,
        String article)
        implements Report {

    static final String COVERED = "covered";
    static final String PARTLY = "partly";
    static final String NEW = "new";

    /**
     * @param likeness cosine of its nearest passage and the draft; texts on different matters have about 0.5
     * @param cited how many sentences of the answer are quoted from it
     * @param notCitable why it may not be quoted; empty when it may be
     */
    public record Near(String article, int revision, String title, double likeness, int cited, String notCitable) {

        String words() {
            return article + "@" + revision + " “" + title + "”, likeness "
                    + String.format(Locale.ROOT, "%.2f", likeness)
                    + (cited == 0 ? "" : ", " + cited + " sentences of the answer are from it")
                    + (notCitable.isEmpty() ? "" : ", not to be quoted: " + notCitable);
        }
    }

    @Override
    public String markdown() {
        var text = Markdown.titled("Article from " + about.title());
        text.line("**" + said() + "** " + why + ".")
                .heading("Articles on the matter")
                .items(near.stream().map(Near::words).toList(), "None.")
                .heading("Draft, not reviewed, for " + slug + ".md")
                .item("written by", by);
        notes.forEach(text::item);
        return text.line("").line(Fenced.of(article)).toString();
    }

    private String said() {
        return switch (coverage) {
            case COVERED -> "Covered already:";
            case PARTLY -> "Covered in part:";
            default -> "New:";
        };
    }

    /** A file shown inside a report; its own fences cannot end it. */
    private static final class Fenced {

        private Fenced() {}

        static String of(String file) {
            return "````markdown\n" + file.replace("````", "```").strip() + "\n````";
        }
    }
}
