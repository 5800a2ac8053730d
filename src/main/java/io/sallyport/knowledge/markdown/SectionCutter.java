package io.sallyport.knowledge.markdown;

import io.sallyport.text.Leaning;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/** Cuts one section into texts of about 60 to 180 words; a list or table stays whole up to 300. */
final class SectionCutter {

    private static final int FEW_WORDS = 60;
    private static final int MANY_WORDS = 180;
    private static final int LONGEST_LIST = 300;

    private SectionCutter() {}

    private static final int LONGEST_TITLE = 14;

    /** Blocks that stay together: a sentence that ends in a colon, or a title, leads in what follows. */
    private record Group(List<Block> blocks) {
        int words() {
            return blocks.stream().mapToInt(Block::words).sum();
        }

        boolean wantsNext() {
            return blocks.getLast() instanceof Block.Paragraph paragraph
                    && (paragraph.text().endsWith(":") || isTitle(paragraph));
        }
    }

    /** "However, …" may not be found and quoted apart from what it is said of, nor that without it. */
    private static boolean takesBack(Block block) {
        List<String> said = block instanceof Block.Code ? List.of() : SentenceSplitter.split(block.text());
        return !said.isEmpty() && Leaning.takesBack(said.getFirst());
    }

    private static boolean isTitle(Block.Paragraph paragraph) {
        var last = paragraph.text().charAt(paragraph.text().length() - 1);
        return paragraph.words() <= LONGEST_TITLE && (Character.isLetterOrDigit(last) || last == '?');
    }

    static List<String> cut(List<Block> section) {
        var texts = new ArrayList<List<Group>>();
        for (var group : groups(section)) {
            if (!texts.isEmpty() && fits(texts.getLast(), group)) {
                texts.getLast().add(group);
            } else {
                texts.add(new ArrayList<>(List.of(group)));
            }
        }
        joinShortEnd(texts);
        return texts.stream().map(SectionCutter::text).toList();
    }

    private static List<Group> groups(List<Block> section) {
        var groups = new ArrayList<Group>();
        for (var block : section.stream().flatMap(one -> parts(one).stream()).toList()) {
            if (!groups.isEmpty() && (groups.getLast().wantsNext() || takesBack(block))) {
                groups.getLast().blocks().add(block);
            } else {
                groups.add(new Group(new ArrayList<>(List.of(block))));
            }
        }
        return groups;
    }

    private static boolean fits(List<Group> text, Group next) {
        var words = words(text);
        return words + next.words() <= MANY_WORDS || (words < FEW_WORDS && words + next.words() <= LONGEST_LIST);
    }

    private static int words(List<Group> text) {
        return text.stream().mapToInt(Group::words).sum();
    }

    private static void joinShortEnd(List<List<Group>> texts) {
        if (texts.size() < 2) {
            return;
        }
        var end = texts.getLast();
        var before = texts.get(texts.size() - 2);
        if (words(end) < FEW_WORDS && words(before) + words(end) <= MANY_WORDS + FEW_WORDS) {
            before.addAll(end);
            texts.removeLast();
        }
    }

    private static List<Block> parts(Block block) {
        if (!(block instanceof Block.Lines(var lines)) || block.words() <= LONGEST_LIST) {
            return List.of(block);
        }
        var parts = new ArrayList<List<String>>();
        var words = 0;
        for (var line : lines) {
            var more = Block.countWords(line);
            if (parts.isEmpty() || words + more > MANY_WORDS) {
                parts.add(new ArrayList<>());
                words = 0;
            }
            parts.getLast().add(line);
            words += more;
        }
        return parts.stream().<Block>map(Block.Lines::new).toList();
    }

    private static String text(List<Group> groups) {
        return String.join(
                "\n\n",
                groups.stream()
                        .flatMap(group -> group.blocks().stream())
                        .map(Block::text)
                        .toList());
    }
}
