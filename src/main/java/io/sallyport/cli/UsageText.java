package io.sallyport.cli;

import io.sallyport.model.language.Money;
import io.sallyport.model.language.Usage;
import io.sallyport.model.spending.UsageReport;
import io.sallyport.model.spending.UsageReport.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What language models cost today, as a table or as JSON. */
final class UsageText {

    private static final String ROW = "%-11s %-36s %7s %7s %10s %10s %8s  %s%n";

    private UsageText() {}

    static String table(UsageReport report) {
        var lines = report.lines();
        var text = new StringBuilder()
                .append("Today, " + report.today() + " UTC\n")
                .append(ROW.formatted("role", "model", "calls", "failed", "in", "out", "cached", "cost"));
        lines.forEach(line -> text.append(row(line)));
        text.append(row(sum(lines)));
        report.budgets()
                .forEach(budget ->
                        text.append("budget %s: %s of %s%n".formatted(budget.scope(), budget.spent(), budget.most())));
        return text.toString();
    }

    private static String row(Line line) {
        return String.format(
                Locale.ROOT,
                ROW,
                line.role(),
                line.model(),
                line.calls(),
                line.failed(),
                line.usage().allInput(),
                line.usage().output(),
                Math.round(line.cachedShare() * 100) + " %",
                cost(line));
    }

    private static String cost(Line line) {
        if (line.unpriced() == 0) {
            return line.money().toString();
        }
        return line.unpriced() == line.calls() ? "unpriced" : line.money() + ", " + line.unpriced() + " calls unpriced";
    }

    private static Line sum(List<Line> lines) {
        return new Line(
                "all",
                "",
                lines.stream().mapToLong(Line::calls).sum(),
                lines.stream().mapToLong(Line::failed).sum(),
                lines.stream().map(Line::usage).reduce(Usage.NONE, Usage::plus),
                new Money(
                        lines.stream().mapToLong(line -> line.money().micros()).sum()),
                lines.stream().mapToLong(Line::unpriced).sum());
    }

    static String json(UsageReport report) {
        var lines = report.lines();
        var all = new LinkedHashMap<String, Object>();
        all.put("day", report.today().toString());
        all.put("lines", lines.stream().map(UsageText::fields).toList());
        all.put("all", fields(sum(lines)));
        all.put(
                "budgets",
                report.budgets().stream()
                        .collect(Collectors.toMap(
                                UsageReport.Spent::scope,
                                budget -> budget.most().equals(Money.UNLIMITED)
                                        ? Map.of("spent_micros", budget.spent().micros())
                                        : Map.of(
                                                "spent_micros", budget.spent().micros(),
                                                "most_micros", budget.most().micros()))));
        return new JsonMapper().writeValueAsString(all);
    }

    private static Map<String, Object> fields(Line line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("role", line.role());
        fields.put("model", line.model());
        fields.put("calls", line.calls());
        fields.put("failed", line.failed());
        fields.put("input", line.usage().input());
        fields.put("cache_read", line.usage().cacheRead());
        fields.put("cache_written", line.usage().cacheWritten());
        fields.put("output", line.usage().output());
        fields.put("cached_share", line.cachedShare());
        fields.put("micros", line.money().micros());
        fields.put("unpriced_calls", line.unpriced());
        return fields;
    }
}
