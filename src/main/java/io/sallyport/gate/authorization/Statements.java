package io.sallyport.gate.authorization;

import java.util.ArrayList;
import java.util.List;

/** Cuts a policy file into its statements, so that a fault can be told with its line. Knows text and comments, no grammar. */
final class Statements {

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int line = 1;

    private Statements(String text) {
        this.text = text;
    }

    /** @param line where it begins, counted from 1 */
    record Piece(int line, String source) {}

    static List<Piece> of(String text) {
        return new Statements(text).cut();
    }

    private List<Piece> cut() {
        while (skipBlank()) {
            int begin = at;
            int beginLine = line;
            while (at < text.length() && text.charAt(at) != ';') {
                pass();
            }
            at = Math.min(at + 1, text.length());
            pieces.add(new Piece(beginLine, text.substring(begin, at)));
        }
        return pieces;
    }

    private boolean skipBlank() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                skipLine();
            } else if (Character.isWhitespace(text.charAt(at))) {
                step();
            } else {
                return true;
            }
        }
        return false;
    }

    private void pass() {
        if (text.charAt(at) == '"') {
            step();
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\') {
                    step();
                }
                step();
            }
            step();
        } else if (text.startsWith("//", at)) {
            skipLine();
        } else {
            step();
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void step() {
        if (at < text.length()) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }
}
