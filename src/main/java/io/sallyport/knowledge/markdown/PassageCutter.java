package io.sallyport.knowledge.markdown;

import io.sallyport.knowledge.markdown.ParsedArticle.Piece;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts an article's blocks into passages that lie within one section each. */
final class PassageCutter {

    private record Open(int level, String text) {}

    private final Deque<Open> headings = new ArrayDeque<>();
    private final List<Block> section = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    private PassageCutter() {}

    static List<Piece> cut(List<Block> blocks) {
        var cutter = new PassageCutter();
        for (var block : blocks) {
            if (block instanceof Block.Heading heading) {
                cutter.closeSection();
                cutter.open(heading);
            } else {
                cutter.section.add(block);
            }
        }
        cutter.closeSection();
        return cutter.pieces;
    }

    private void open(Block.Heading heading) {
        while (!headings.isEmpty() && headings.peekLast().level() >= heading.level()) {
            headings.removeLast();
        }
        headings.addLast(new Open(heading.level(), heading.text()));
    }

    private void closeSection() {
        if (section.isEmpty()) {
            return;
        }
        var path = headings.stream().map(Open::text).toList();
        var anchor = freeAnchor(path.isEmpty() ? "intro" : anchor(path.getLast()));
        var texts = SectionCutter.cut(section);
        for (var i = 0; i < texts.size(); i++) {
            pieces.add(new Piece(i == 0 ? anchor : anchor + "." + (i + 1), path, texts.get(i)));
        }
        section.clear();
    }

    private String freeAnchor(String wanted) {
        var anchor = wanted;
        for (var number = 2; !anchors.add(anchor); number++) {
            anchor = wanted + "-" + number;
        }
        return anchor;
    }

    private static String anchor(String heading) {
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "section" : plain;
    }
}
