package io.sallyport.knowledge.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown, cleaned of HTML, to plain text blocks. */
final class PlainBlocks {

    private static final Parser MARKDOWN = parser(Set.of(
            Heading.class,
            FencedCodeBlock.class,
            ThematicBreak.class,
            ListBlock.class,
            BlockQuote.class,
            IndentedCodeBlock.class));

    /** MDX has no indented code: there, indented text is the inside of an element. */
    private static final Parser MDX = parser(
            Set.of(Heading.class, FencedCodeBlock.class, ThematicBreak.class, ListBlock.class, BlockQuote.class));

    /** Below every Markdown heading. */
    private static final int BOLD_LEVEL = 7;

    private PlainBlocks() {}

    private static Parser parser(Set<Class<? extends org.commonmark.node.Block>> blockTypes) {
        return Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .customDelimiterProcessor(new StruckThrough())
                .enabledBlockTypes(blockTypes)
                .build();
    }

    static List<Block> of(MdxCleaner.Cleaned cleaned) {
        var parser = cleaned.mdx() ? MDX : MARKDOWN;
        return of(parser.parse(cleaned.text()));
    }

    private static List<Block> of(Node parent) {
        var blocks = new ArrayList<Block>();
        for (var node : children(parent)) {
            blocks.addAll(block(node));
        }
        return blocks.stream().filter(block -> !block.text().isBlank()).toList();
    }

    private static List<Block> block(Node node) {
        return switch (node) {
            case Heading heading -> List.of(new Block.Heading(heading.getLevel(), PlainInline.of(heading)));
            case Paragraph paragraph
            when isBoldTitle(paragraph) -> List.of(new Block.Heading(BOLD_LEVEL, PlainInline.of(paragraph)));
            case Paragraph paragraph -> List.of(new Block.Paragraph(PlainInline.of(paragraph)));
            case FencedCodeBlock code -> List.of(code(code.getLiteral()));
            case IndentedCodeBlock code -> List.of(code(code.getLiteral()));
            case ListBlock list -> List.of(new Block.Lines(items(list)));
            case TableBlock table -> List.of(new Block.Lines(PlainTable.rows(table)));
            case BlockQuote quote -> of(quote);
            default -> List.of();
        };
    }

    /** A line all in bold is a heading to its readers. */
    private static boolean isBoldTitle(Paragraph paragraph) {
        return paragraph.getParent() instanceof Document
                && paragraph.getFirstChild() instanceof StrongEmphasis bold
                && bold.getNext() == null
                && !PlainInline.of(paragraph).matches("(?s).*[.!:]");
    }

    private static Block.Code code(String literal) {
        var code = literal.stripTrailing();
        return new Block.Code(code.isBlank() ? "" : "```\n" + code + "\n```");
    }

    private static List<String> items(ListBlock list) {
        var items = new ArrayList<String>();
        var number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var item : children(list)) {
            var mark = list instanceof BulletList ? "- " : number++ + ". ";
            var text = String.join("\n", of(item).stream().map(Block::text).toList());
            if (!text.isBlank()) {
                items.add(mark + indented(text));
            }
        }
        return items;
    }

    private static String indented(String text) {
        return text.replace("\n", "\n  ");
    }

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
