package io.sallyport.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Others read the JSON: whoever renames a component raises the number of the format and changes docs/skills.md. */
class ReportShapeTest {

    private static final String WRITTEN = "kind confidence language subject text"
            + " sentences[]{text citations[]{article revision quote}}"
            + " gates[]{gate passed reason stopped[]{sentence why} notes[] judges[]}";

    private static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        TriageReport.class,
                        "format about{caseId from subject text}"
                                + " screening{language automatic injections[] warnings[] isJunk}"
                                + " finding{category secondary confidence priority kinds[] mood triggers[]{kind because} why[]"
                                + " place{lanes[] specialist queue firstAnswerDue solutionDue}"
                                + " known{topic productArea isOutOfScope tier isVip isAtRisk issue fixedIssue duplicates[] readBy}}"),
                Arguments.of(
                        ResearchReport.class,
                        "format about{caseId from subject text} question"
                                + " evidence[]{article revision heading quote score notCitable}"
                                + " contradictions[]{first second what} missing[]"),
                Arguments.of(
                        DraftReport.class,
                        "format about{caseId from subject text} outcome why triggers[]{kind because} reply{" + WRITTEN
                                + "} earlier[]{" + WRITTEN + "}"),
                Arguments.of(
                        EscalationReport.class,
                        "format about{caseId from subject text} status"
                                + " handed{queue owner why triggers[]{kind because} stopped[]{sentence why}}"
                                + " matter{category priority mood customer tier isVip isAtRisk firstAnswerDue solutionDue"
                                + " knownIssue fixedIssue duplicates[]} thread[]{author at text} unsent"
                                + " citations[]{article revision quote}"
                                + " brief{by problem tried[] words[] nextStep} packet"),
                Arguments.of(
                        ArticleReport.class,
                        "format about{caseId from subject text} coverage why"
                                + " near[]{article revision title likeness cited notCitable} slug by notes[] article"),
                Arguments.of(
                        QueueReport.class,
                        "format at cases[]{caseId customer subject standing category priority firstAnswerDue isLate who"
                                + " next why when} more"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theNamesAndTheirOrderStay(Class<? extends Record> report, String names) {
        assertThat(shape(report)).isEqualTo(names);
    }

    static String shape(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(ReportShapeTest::shape)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private static String shape(RecordComponent component) {
        boolean isList = component.getType().equals(List.class);
        Class<?> type = isList
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        String name = component.getName() + (isList ? "[]" : "");
        return type.isRecord() ? name + "{" + shape(type) + "}" : name;
    }
}
