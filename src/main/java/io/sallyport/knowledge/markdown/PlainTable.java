package io.sallyport.knowledge.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/**
 * A table's rows, each as one line of {@code - Column: value; column: value}, so that a value never stands without its
 * row. The mark before it keeps the row a sentence of its own.
 */
final class PlainTable {

    private PlainTable() {}

    static List<String> rows(TableBlock table) {
        var columns = new ArrayList<String>();
        var rows = new ArrayList<String>();
        for (var part : PlainBlocks.children(table)) {
            for (var row : PlainBlocks.children(part)) {
                if (part instanceof TableHead) {
                    columns.addAll(cells(row));
                } else {
                    rows.add(line(columns, cells(row)));
                }
            }
        }
        return rows.isEmpty() ? List.of("- " + String.join("; ", columns)) : rows;
    }

    private static List<String> cells(Node row) {
        return PlainBlocks.children(row).stream()
                .map(cell -> PlainInline.of(cell).replace('\n', ' '))
                .toList();
    }

    private static String line(List<String> columns, List<String> cells) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                var column = i < columns.size() ? columns.get(i) : "";
                parts.add(column.isBlank() ? cells.get(i) : column + ": " + cells.get(i));
            }
        }
        return "- " + String.join("; ", parts);
    }
}
