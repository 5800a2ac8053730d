package io.sallyport.knowledge.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Leaves out what stands between {@code ~~} and {@code ~~}: its writer took those words back. */
final class StruckThrough implements DelimiterProcessor {

    private static final int TILDES = 2;

    @Override
    public char getOpeningCharacter() {
        return '~';
    }

    @Override
    public char getClosingCharacter() {
        return '~';
    }

    @Override
    public int getMinLength() {
        return TILDES;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != TILDES || closing.length() != TILDES) {
            return 0;
        }
        Nodes.between(opening.getOpener(), closing.getCloser()).forEach(Node::unlink);
        return TILDES;
    }
}
