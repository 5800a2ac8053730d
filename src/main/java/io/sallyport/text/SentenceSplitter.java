package io.sallyport.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits English text into sentences, word for word. A heading, a list item, a step and a table row are a sentence
 * each; the markers before them ({@code 1.}, {@code -}, {@code ##}) belong to none. Stock models were left because they
 * break after "no." and "p.m.", and a gate must never be told that half a sentence is a whole one.
 */
public final class SentenceSplitter {

    private SentenceSplitter() {}

    /** The sentences, trimmed, with line breaks within one turned to blanks. */
    public static List<String> split(String text) {
        return spans(text).stream().map(span -> flat(span.in(text))).toList();
    }

    /** Where the sentences stand in the text. */
    public static List<TextSpan> spans(String text) {
        var sentences = new ArrayList<TextSpan>();
        for (TextSpan block : Blocks.of(text)) {
            splitBlock(text, block, sentences);
        }
        return List.copyOf(sentences);
    }

    /** White space of any kind and length as one blank. */
    public static String flat(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", " ").strip();
    }

    private static void splitBlock(String text, TextSpan block, List<TextSpan> sentences) {
        var boundaries = new Boundaries(text, block);
        int from = block.start();
        for (int at = block.start(); at < block.end(); at++) {
            int end = boundaries.endAfter(at, from);
            if (end > at) {
                add(text, new TextSpan(from, end), sentences);
                from = end;
                at = end - 1;
            }
        }
        add(text, new TextSpan(from, block.end()), sentences);
    }

    private static void add(String text, TextSpan span, List<TextSpan> sentences) {
        TextSpan trimmed = Blocks.withoutMarker(text, span.trimmedIn(text)).trimmedIn(text);
        if (trimmed.in(text).codePoints().anyMatch(Character::isLetterOrDigit)) {
            sentences.add(trimmed);
        }
    }
}
