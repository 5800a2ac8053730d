package io.sallyport.skill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sallyport.SallyportApplication;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.gate.LaneModes;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Progress;
import io.sallyport.knowledge.markdown.ArticleParser;
import io.sallyport.testkit.KnownLessons;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Every skill on the sample company's whole desk with the embedded engine. */
@Tag("database")
@Tag("slow")
class SkillsTest {

    private static final String LOCKED =
            "My account got locked after too many wrong passwords. How long does the lock last?";
    private static final String PERSON = "I want to talk to a real person now, please. The hub on my boat is dead.";
    private static final String HOW =
            "The mooring post carries a magnet that closes the reed switch; moving the hub one metre away cured it.";

    @TempDir
    private static Path var = Path.of("");

    private static TestDatabase database;
    private static ConfigurableApplicationContext context;
    private static Skills skills;
    private static CaseId answered = CaseId.random();
    private static CaseId handed = CaseId.random();

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.fresh();
        var company = SampleCompany.find();
        Map<String, Object> settings = new HashMap<>(company.settings());
        settings.putAll(database.settings());
        settings.put("sallyport.var", var.toString());
        settings.put("sallyport.models.anthropic.api-key", "");
        KnownLessons.into(var);
        context = new SpringApplicationBuilder(SallyportApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(started ->
                        started.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings)))
                .run("--logging.level.io.sallyport=warn");
        furnish(company);
        skills = context.getBean(Skills.class);
    }

    private static void furnish(SampleCompany company) throws IOException {
        var clock = context.getBean(InstantSource.class);
        Path articles =
                company.articlesAsOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), var.resolve("articles"));
        context.getBean(KnowledgeBase.class).importDirectory(articles, ImportOptions.NONE, Progress.SILENT);
        context.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.AUTO, "tester");
        var cases = context.getBean(CaseStore.class);
        Path lines = Files.writeString(var.resolve("lines.jsonl"), line("a", LOCKED) + line("b", PERSON));
        new Replay(context.getBean(IntakeWatcher.class), cases, clock).run("test", ReplayInput.read(lines), _ -> {});
        answered = cases.findByTicket("test", "a").orElseThrow();
        handed = cases.findByTicket("test", "b").orElseThrow();
        // People have it before its packet is made and the team is told: the worker goes on beside the tests until
        // then.
        await().until(() -> isAtRest(cases.load(handed)));
    }

    private static boolean isAtRest(CaseRecord record) {
        return record.handOver().isTracked()
                && record.handOver().errands().stream().allMatch(work -> work.stage() instanceof ErrandWork.Done);
    }

    private static String line(String id, String text) {
        return JsonMapper.shared()
                        .writeValueAsString(Map.of("id", id, "text", text, "subject", "", "from", "mara@example.com"))
                + "\n";
    }

    @AfterAll
    static void close() {
        KnownLessons.keep(var);
        context.close();
        database.close();
    }

    private static CaseRecord message(String text) {
        return skills.message("mara@example.com", "", text, Channel.WEB);
    }

    private static List<Function<Skills, Report>> everySkill() {
        return List.of(
                skills -> skills.triage(message(LOCKED)),
                skills -> skills.triage(skills.load(handed)),
                skills -> skills.research(message(LOCKED)),
                skills -> skills.draft(message(LOCKED)),
                skills -> skills.draft(skills.load(answered)),
                skills -> skills.draft(skills.load(handed)),
                skills -> skills.escalate(message(PERSON)),
                skills -> skills.escalate(skills.load(answered)),
                skills -> skills.escalate(skills.load(handed)),
                skills -> skills.article(skills.load(answered), true),
                skills -> skills.queue(50));
    }

    /** The worker beside it keeps its own account of when it ran in {@code scheduled_tasks}. */
    private static Map<String, String> contents() {
        var contents = database.contents();
        contents.remove("scheduled_tasks");
        return contents;
    }

    @ParameterizedTest
    @MethodSource("everySkill")
    void changesNothing(Function<Skills, Report> skill) {
        var before = contents();
        assertThat(before).containsKeys("case_event", "case_head", "inbox_reply", "lane", "knowledge_article");
        Report report = skill.apply(skills);
        assertThat(contents()).isEqualTo(before);
        assertThat(report.markdown()).startsWith("# ");
        assertThat(JsonMapper.shared().readTree(report.json()).at("/format").asString())
                .matches("sallyport\\.skill\\.[a-z-]+/1");
    }

    @Test
    void triageSaysWhatItIsAndWhy() {
        var finding = requireNonNull(skills.triage(message(PERSON)).finding());
        assertThat(finding.kinds()).contains("person-asked");
        assertThat(finding.triggers()).extracting(Reason::kind).contains("person-asked");
        assertThat(finding.place().lanes()).containsExactly("escalation");
        var plain = requireNonNull(skills.triage(message(LOCKED)).finding());
        assertThat(plain.category()).isEqualTo("account");
        assertThat(plain.confidence()).isBetween(0.75, 1.0);
        assertThat(plain.why()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plain.place().lanes()).containsExactly("answer");
    }

    @Test
    void whatIsEmptyIsJunkAndNobodyGetsIt() {
        var nothing = message(" ");
        assertThat(skills.triage(nothing).screening().isJunk()).isTrue();
        assertThat(skills.triage(nothing).finding()).isNull();
        assertThat(skills.draft(nothing).outcome()).isEqualTo(DraftReport.DISCARD);
        assertThatThrownBy(() -> skills.escalate(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nobody gets a message: it is junk, empty");
    }

    @Test
    void researchQuotesArticlesAndNamesWhatNoneHas() {
        var found = skills.research(message(LOCKED + " Does the zeppelin mode unlock it?"));
        assertThat(found.evidence()).anySatisfy(one -> {
            assertThat(one.article()).isEqualTo("article:account-locked");
            assertThat(one.quote()).contains("lasts 15 minutes");
            assertThat(one.notCitable()).isEmpty();
        });
        assertThat(found.missing()).anyMatch(gap -> gap.contains("zeppelin"));
    }

    @Test
    void aDraftShowsItsProofAndEveryGateAndThatItWouldBeSent() {
        var draft = skills.draft(message(LOCKED));
        assertThat(draft.outcome()).as(draft.why()).isEqualTo(DraftReport.SEND);
        var reply = requireNonNull(draft.reply());
        assertThat(reply.sentences())
                .flatExtracting(DraftReport.Line::citations)
                .extracting(Cited::article)
                .contains("article:account-locked");
        assertThat(reply.gates())
                .extracting(Judgement::gate)
                .containsExactlyInAnyOrder("grounding", "tone", "language", "disclosure");
    }

    @Test
    void whatIsForAPersonIsDraftedAllTheSameAndSaysSo() {
        var draft = skills.draft(message("I want to talk to a real person, please. " + LOCKED));
        assertThat(draft.outcome()).isEqualTo(DraftReport.HAND_OVER);
        assertThat(draft.triggers()).extracting(Reason::kind).contains("person-asked");
        assertThat(draft.markdown()).contains("The desk by itself would have written nothing");
    }

    @Test
    void thePacketIsWhatThePersonHasOrWouldGet() {
        var packet = skills.escalate(skills.load(handed));
        assertThat(packet.status()).isEqualTo(EscalationReport.WITH_PEOPLE);
        var people = (Standing.WithPeople) skills.load(handed).standing();
        assertThat(packet.handed().why()).isEqualTo(people.why());
        assertThat(packet.thread()).extracting(EscalationReport.Said::text).contains(PERSON);
        var document = JsonMapper.shared().readTree(packet.json()).path("packet");
        assertThat(CaseSchema.checkedPacket(document.toString())).contains("sallyport.packet/1");
        assertThat(document.at("/packet/problem").asString())
                .isEqualTo(skills.load(handed).handOver().packet().orElseThrow().problem());
        assertThat(packet.markdown())
                .contains("## Problem", "## To do", "## Said so far", "## Handoff gate", "real person now");
        assertThat(skills.escalate(message(PERSON)).markdown()).contains("## Problem", "## Reproduction");
        assertThat(skills.escalate(message(PERSON)).status()).isEqualTo(EscalationReport.WOULD);
        assertThat(skills.escalate(message(LOCKED)).status()).isEqualTo(EscalationReport.ASKED_FOR);
    }

    @Test
    void anAnswerQuotedFromAnArticleIsCoveredByIt() {
        var report = skills.article(skills.load(answered), false);
        assertThat(report.coverage()).isEqualTo(ArticleReport.COVERED);
        assertThat(report.near().getFirst().article()).isEqualTo("article:account-locked");
        assertThat(report.near().getFirst().cited()).isPositive();
        assertThat(report.article()).isEmpty();
    }

    @Test
    void whatOnlyAPersonKnewBecomesADraftThatMayNotBeQuoted() {
        var cases = context.getBean(CaseStore.class);
        var ticket = skills.load(handed);
        assertThatThrownBy(() -> skills.article(ticket, false)).hasMessageContaining("is not answered yet");
        var solved = solved(ticket, HOW);
        assertThat(cases.find(solved.id())).isPresent();
        var report = skills.article(solved, false);
        assertThat(report.coverage()).isEqualTo(ArticleReport.NEW);
        assertThat(report.article()).contains("\nreviewed:\n", "\ndraft: true\n", HOW);
        var parsed = (ArticleParser.Result.Parsed) ArticleParser.parse(report.article(), "a name");
        assertThat(parsed.article().published()).isFalse();
        assertThat(parsed.article().reviewed()).isEmpty();
    }

    @Test
    void withoutAPatternNoneCanBeDraftedFromIt() {
        assertThatThrownBy(() -> skills.solved(answered))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing is kept of how a person solved case " + answered);
    }

    private static CaseRecord solved(CaseRecord record, String how) {
        return new CaseRecord(
                record.id(),
                record.version(),
                record.ticket(),
                record.openedAt(),
                record.messages(),
                record.findings(),
                record.answer(),
                record.action(),
                record.bridge(),
                record.handOver(),
                new Standing.Resolved(record.openedAt(), "Ines", how),
                record.effects(),
                record.receipts(),
                record.proof(),
                record.failure());
    }

    @Test
    void onePassOverTheQueueSaysWhoIsNext() {
        var queue = skills.queue(50);
        assertThat(queue.cases())
                .filteredOn(line -> line.caseId().equals(handed.value()))
                .singleElement()
                .satisfies(line -> assertThat(line.who()).isEqualTo("person"));
        assertThat(queue.cases())
                .filteredOn(line -> line.caseId().equals(answered.value()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.who()).isEqualTo("customer");
                    assertThat(line.next()).isEqualTo("close");
                });
        assertThat(skills.queue(1).more()).isFalse();
    }
}
