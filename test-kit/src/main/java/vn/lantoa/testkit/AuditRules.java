package vn.lantoa.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** No change of a person goes by the audit. */
final class AuditRules {

    private AuditRules() {}

    static ArchRule changesOverHttpAreAudited(String rootPackage) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(rootPackage + "..")
                .and()
                .haveName("handle")
                .and(new DescribedPredicate<JavaMethod>("are called by a Resource") {
                    @Override
                    public boolean test(JavaMethod useCase) {
                        return useCase.getCallsOfSelf().stream().anyMatch(call -> isResource(call.getOriginOwner()));
                    }
                })
                .should(new ArchCondition<>("be @Audited, or hand over to a use case that is") {
                    @Override
                    public void check(JavaMethod useCase, ConditionEvents events) {
                        if (!isAudited(useCase)
                                && useCase.getMethodCallsFromSelf().stream()
                                        .noneMatch(call -> call.getName().equals("handle")
                                                && call.getTarget()
                                                        .resolveMember()
                                                        .filter(AuditRules::isAudited)
                                                        .isPresent())) {
                            events.add(SimpleConditionEvent.violated(
                                    useCase,
                                    useCase.getFullName() + " changes something without an entry in the audit"));
                        }
                    }
                })
                .because("every change of a person stands in the audit of an organization (docs/guides/audit.md)");
    }

    private static boolean isAudited(JavaMethod method) {
        return method.isAnnotatedWith(Audited.class);
    }

    private static boolean isResource(JavaClass type) {
        return type.getSimpleName().endsWith("Resource")
                || type.getEnclosingClass().map(AuditRules::isResource).orElse(false);
    }

    static ArchRule auditNamesWhatIsThere(String rootPackage) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(rootPackage + "..")
                .and()
                .areAnnotatedWith(Audited.class)
                .should(new ArchCondition<>("name components of their command or result in @Audited") {
                    @Override
                    public void check(JavaMethod useCase, ConditionEvents events) {
                        var audited = useCase.getAnnotationOfType(Audited.class);
                        for (var path : List.of(audited.id(), audited.organization())) {
                            if (!isThere(useCase.reflect(), path)) {
                                events.add(SimpleConditionEvent.violated(
                                        useCase, useCase.getFullName() + " has no " + path));
                            }
                        }
                    }
                })
                .because("else the first change at run time would fail");
    }

    private static boolean isThere(Method useCase, String path) {
        var steps = List.of(path.split("\\.", -1));
        boolean ofResult = steps.getFirst().equals("result");
        Class<?> type = ofResult ? useCase.getReturnType() : useCase.getParameterTypes()[0];
        for (var step : ofResult ? steps.subList(1, steps.size()) : steps) {
            try {
                type = type.getDeclaredMethod(step).getReturnType();
            } catch (NoSuchMethodException absent) {
                return false;
            }
        }
        return type == UUID.class || Collection.class.isAssignableFrom(type);
    }
}
