package io.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.sallyport.casefile.Delivery;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Permit;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.sallyport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    // Promise 1: nothing leaves without a permit.

    @ArchTest
    static final ArchRule everyPortMethodThatWritesTakesAPermitFirst = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.sallyport.connector..")
            .and()
            .haveRawReturnType(Delivery.class)
            .should(takeAPermitFirst());

    @ArchTest
    static final ArchRule everyPortMethodThatChangesAccountsTakesAPermitFirst = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.sallyport.connector..")
            .and()
            .haveRawReturnType(ActionPort.Outcome.class)
            .should(takeAPermitFirst());

    @ArchTest
    static final ArchRule onlyTheGatekeeperMakesPermits = noClasses()
            .that()
            .doNotBelongToAnyOf(Gatekeeper.class)
            .should()
            .callConstructorWhere(new com.tngtech.archunit.base.DescribedPredicate<>("of a permit") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaConstructorCall call) {
                    return call.getTargetOwner().isEquivalentTo(Permit.class);
                }
            });

    @ArchTest
    static final ArchRule onlyDeliveryWritesOutside = noClasses()
            .that(not(resideInAnyPackage("io.sallyport.delivery..", "io.sallyport.connector..")))
            .should()
            .callMethod(
                    ReplyChannel.class,
                    "post",
                    Permit.class,
                    io.sallyport.casefile.Ticket.class,
                    io.sallyport.casefile.Reply.class);

    @ArchTest
    static final ArchRule onlyDeliveryChangesAccountsAndSendsCodes = noClasses()
            .that(not(resideInAPackage("io.sallyport.delivery..")))
            .should()
            .callMethodWhere(new com.tngtech.archunit.base.DescribedPredicate<>("of a port, that writes") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    boolean isAction = call.getTargetOwner().isAssignableTo(ActionPort.class)
                            && java.util.Set.of("carryOut", "undo").contains(call.getName());
                    boolean isCode = call.getTargetOwner().isAssignableTo(CodeChannel.class)
                            && call.getName().equals("post");
                    return isAction || isCode;
                }
            });

    // Directions between rooms.

    @ArchTest
    static final ArchRule theCaseRecordKnowsNobody = classes()
            .that()
            .resideInAPackage("io.sallyport.casefile..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.sallyport.casefile..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule nobodyKnowsTheFlow = noClasses()
            .that(not(resideInAPackage("io.sallyport.flow..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.sallyport.flow..");

    @ArchTest
    static final ArchRule gatesNeitherActNorAskVendors = noClasses()
            .that()
            .resideInAPackage("io.sallyport.gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.sallyport.delivery..",
                    "io.sallyport.connector..",
                    "io.sallyport.answer..",
                    "io.sallyport.triage..",
                    "io.sallyport.routing..");

    @ArchTest
    static final ArchRule lanesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("io.sallyport.answer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.sallyport.action..",
                    "io.sallyport.escalation..",
                    "io.sallyport.delivery..",
                    "io.sallyport.console..",
                    "io.sallyport.api..");

    @ArchTest
    static final ArchRule agentsProposeAndNeverAppend = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.sallyport.triage..",
                    "io.sallyport.routing..",
                    "io.sallyport.answer..",
                    "io.sallyport.gate..",
                    "io.sallyport.insight..",
                    "io.sallyport.knowledge..")
            .should()
            .callMethodWhere(new com.tngtech.archunit.base.DescribedPredicate<>("that appends to a case") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(io.sallyport.casefile.CaseStore.class)
                            && call.getName().startsWith("append");
                }
            });

    // A vendor's types stay where the vendor is known, so that none of them becomes ours.

    @ArchTest
    static final ArchRule onlyItsOwnPackageKnowsAnthropicsLibrary = noClasses()
            .that(not(resideInAPackage("io.sallyport.model.anthropic..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.anthropic..");

    @ArchTest
    static final ArchRule onlyItsOwnPackageKnowsOpenAisLibrary = noClasses()
            .that(not(resideInAPackage("io.sallyport.model.openai..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.openai..");

    // Time is given, so that tests can move it.

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that(not(resideInAnyPackage("io.sallyport.platform..", "io.sallyport.cli..", "io.sallyport.evaluation..")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static ArchCondition<JavaMethod> takeAPermitFirst() {
        return new ArchCondition<>("take a Permit first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takesPermit = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().getFirst().isEquivalentTo(Permit.class);
                events.add(new SimpleConditionEvent(method, takesPermit, method.getFullName()));
            }
        };
    }
}
