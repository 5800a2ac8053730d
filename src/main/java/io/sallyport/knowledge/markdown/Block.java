package io.sallyport.knowledge.markdown;

import java.util.List;

/** A part of an article's text that is not cut, except between the lines of a list or table. */
sealed interface Block {

    String text();

    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** Lines between {@code ```} marks. */
    record Code(String text) implements Block {}

    /** A list's items or a table's rows; an item may hold more than one line. */
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public String text() {
            return String.join("\n", lines);
        }
    }

    default int words() {
        return countWords(text());
    }

    static int countWords(String text) {
        return (int) text.lines()
                .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                .filter(word -> !word.isEmpty())
                .count();
    }
}
