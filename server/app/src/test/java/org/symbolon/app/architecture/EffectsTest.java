package org.symbolon.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.app.architecture.Symbolon.CLASSES;
import static org.symbolon.app.architecture.Symbolon.COMMAND_SIDE;
import static org.symbolon.app.architecture.Symbolon.CONNECTORS;
import static org.symbolon.app.architecture.Symbolon.REACTIONS;
import static org.symbolon.app.architecture.Symbolon.WIRING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.symbolon.reactions.effect.Outbox;
import org.symbolon.reactions.effect.PlannedHere;
import org.symbolon.reactions.effect.Reaction;
import org.symbolon.reactions.eventhandler.HappenedHere;
import org.symbolon.store.readmodel.Rebuild;

/** Only a reaction reaches people outside, and no replay reaches a reaction: a rebuild can never send anything. */
class EffectsTest {

    /** The ports of the command side that reach people. */
    private static final Set<String> SENDERS =
            Set.of("Mailer", "SmsSender", "PushSender", "WebHooks", "NotificationFiles");

    private static DescribedPredicate<JavaClass> senders() {
        return DescribedPredicate.describe(
                "reach people outside",
                type -> type.getPackageName().startsWith("org.symbolon.command.")
                        && type.getPackageName().endsWith(".port")
                        && SENDERS.contains(type.getSimpleName()));
    }

    /** What wires a sender into its reaction has to name it, and an administrator's trial of a mail server is no decision. */
    @Test
    void onlyAReactionCallsWhatReachesPeople() {
        noClasses()
                .that()
                .resideOutsideOfPackages(REACTIONS, CONNECTORS, WIRING)
                .and()
                .doNotHaveSimpleName("MailTrial")
                .and(DescribedPredicate.not(senders()))
                .should()
                .dependOnClassesThat(senders())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void whatSendsStandsAmongTheReactions() {
        classes()
                .that()
                .areAssignableTo(Reaction.class)
                .should()
                .resideInAPackage(REACTIONS)
                .check(CLASSES);
    }

    @Test
    void onlyTheOutboxHasAReactionCarryAnythingOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Outbox.class.getPackageName())
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "carry out an effect",
                        call -> call.getTarget().getName().equals("carryOut")
                                && call.getTarget().getOwner().isAssignableTo(Reaction.class)))
                .check(CLASSES);
    }

    /** They hear what is appended on this node, before the commit, and are no part of what a rebuild runs. */
    @Test
    void reactionsHearEventsInTwoPlacesWhichAreNoProjectors() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().startsWith("org.symbolon.reactions"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(EventHandler.class))
                        .map(method -> method.getOwner().getName()))
                .containsOnly(PlannedHere.class.getName(), HappenedHere.class.getName());
        assertThat(List.of(PlannedHere.class, HappenedHere.class))
                .extracting(type -> type.getAnnotation(ProcessingGroup.class).value())
                .containsOnly("effects");
    }

    @Test
    void whatRebuildsKnowsNoReaction() {
        noClasses()
                .that()
                .resideInAPackage(Rebuild.class.getPackageName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REACTIONS)
                .check(CLASSES);
    }

    @Test
    void decisionsPlanEffectsAndKnowNoReaction() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(REACTIONS)
                .check(CLASSES);
    }
}
