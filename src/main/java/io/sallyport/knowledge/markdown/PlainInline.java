package io.sallyport.knowledge.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a paragraph, heading or cell: emphasis, images and link addresses are left out, a bare link stays. */
final class PlainInline extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();

    private PlainInline() {}

    static String of(Node parent) {
        var plain = new PlainInline();
        plain.visitChildren(parent);
        return plain.out
                .toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .strip();
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak hardLineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(Image image) {
        // Its alternative text describes what a reader of plain text cannot see.
    }

    @Override
    public void visit(HtmlInline htmlInline) {
        // Only a tag that the cleaner took for a word's part comes here.
    }
}
