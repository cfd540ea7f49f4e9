package vn.lantoa.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The rules every service keeps; each was seen red on a class that breaks it (ArchitectureRulesTest). */
public final class ArchitectureRules {

    private static final Set<String> SERVICES = Set.of("plan", "task", "reporting", "notification");

    private ArchitectureRules() {}

    /** Checks the classes of one service, as {@code vn.lantoa.plan}. */
    public static void check(String rootPackage) {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        all(rootPackage).forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    static List<ArchRule> all(String rootPackage) {
        return List.of(
                knowsNoOtherService(rootPackage),
                featuresFormNoCycle(rootPackage),
                onlyResourcesSpeakHttp(rootPackage),
                onlyConsumersSeeRecords(rootPackage),
                timeComesFromAClock(rootPackage),
                namesExplainThemselves(rootPackage),
                aggregatesKnowNoEdges(rootPackage),
                useCasesHaveOneVerb(rootPackage),
                AuditRules.changesOverHttpAreAudited(rootPackage),
                AuditRules.auditNamesWhatIsThere(rootPackage));
    }

    static ArchRule knowsNoOtherService(String rootPackage) {
        var own = rootPackage.substring(rootPackage.lastIndexOf('.') + 1);
        var others = SERVICES.stream()
                .filter(service -> !service.equals(own))
                .map(service -> "vn.lantoa." + service + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services talk by events only");
    }

    static ArchRule featuresFormNoCycle(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs its user back is one feature");
    }

    static ArchRule onlyResourcesSpeakHttp(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .and()
                .haveSimpleNameNotEndingWith("Resource")
                .and(notNestedIn("Resource"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .because("HTTP stays at the edge");
    }

    static ArchRule onlyConsumersSeeRecords(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .and()
                .haveSimpleNameNotEndingWith("Consumer")
                .and(notNestedIn("Consumer"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .because("Kafka stays at the edge, and events leave through the outbox only");
    }

    static ArchRule timeComesFromAClock(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should()
                .callMethodWhere(
                        new DescribedPredicate<JavaMethodCall>("asks the machine for the time, or for chance") {
                            @Override
                            public boolean test(JavaMethodCall call) {
                                return asksTheMachine(call);
                            }
                        })
                .because("time and chance are passed in");
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        var target = call.getTarget();
        var owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" ->
                owner.startsWith("java.time.")
                        && target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals(Clock.class.getName());
            case "currentTimeMillis" -> owner.equals(System.class.getName());
            case "random" -> owner.equals(Math.class.getName());
            default -> false;
        };
    }

    static ArchRule namesExplainThemselves(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..impl..", "..base..")
                .because("a drawer for everything is a place for nothing");
    }

    static ArchRule aggregatesKnowNoEdges(String rootPackage) {
        return noClasses()
                .that()
                .resideInAPackage(rootPackage + "..")
                .and()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jdbi..", "jakarta.inject..", "io.quarkus..")
                .because("rules are tested without a container");
    }

    static ArchRule useCasesHaveOneVerb(String rootPackage) {
        return classes()
                .that()
                .resideInAPackage(rootPackage + "..")
                .and(new DescribedPredicate<JavaClass>("are use cases") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getMethods().stream()
                                .anyMatch(it -> it.getName().equals("handle"));
                    }
                })
                .should(new ArchCondition<>("have handle as their only verb") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(it -> !it.getModifiers().contains(JavaModifier.PRIVATE)
                                        && !it.getModifiers().contains(JavaModifier.STATIC)
                                        && !it.getModifiers().contains(JavaModifier.SYNTHETIC)
                                        && !it.getName().equals("handle"))
                                .forEach(it -> events.add(SimpleConditionEvent.violated(
                                        it, type.getName() + " has a second verb: " + it.getName())));
                    }
                })
                .because("one use case, one file");
    }

    private static DescribedPredicate<JavaClass> notNestedIn(String suffix) {
        return new DescribedPredicate<>("are not nested in a " + suffix) {
            @Override
            public boolean test(JavaClass type) {
                return type.getEnclosingClass()
                        .map(outer -> !outer.getSimpleName().endsWith(suffix) && test(outer))
                        .orElse(true);
            }
        };
    }
}
