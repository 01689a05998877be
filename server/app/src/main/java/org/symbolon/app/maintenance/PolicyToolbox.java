package org.symbolon.app.maintenance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.policy.PolicyDraft;
import org.symbolon.api.policy.PolicyFile;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.policy.PolicyTools;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.policy.ImportPolicies;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.shared.Imported;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.policy.explain.Explanation;
import org.symbolon.policy.explain.PolicyExplainer;
import org.symbolon.policy.explain.Situation;
import org.symbolon.policy.matching.PolicyQuestion.Place;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.whatif.PolicyReplay;
import org.symbolon.policy.whatif.Replayed;
import org.symbolon.projections.config.ConfigurationView;

/** Explains and tries policies for the command line, and takes them in and out. */
@Component
public class PolicyToolbox implements PolicyTools {

    private static final String ACTOR = "command line";

    private final Supplier<ConfigurationView> configuration;
    private final PolicyExplainer explainer;
    private final PolicyReplay replay;
    private final UserDirectory directory;
    private final SubjectFacts facts;
    private final CommandSender commands;

    PolicyToolbox(
            Supplier<ConfigurationView> configuration,
            PolicyExplainer explainer,
            PolicyReplay replay,
            UserDirectory directory,
            SubjectFacts facts,
            CommandSender commands) {
        this.configuration = configuration;
        this.explainer = explainer;
        this.replay = replay;
        this.directory = directory;
        this.facts = facts;
        this.commands = commands;
    }

    @Override
    public List<Explained> explain(Asked asked) {
        if (!explainer.endpoints().contains(asked.endpoint())) {
            throw new CommandFailedException("policies act on no endpoint '%s'; they do on: %s"
                    .formatted(asked.endpoint(), String.join(", ", explainer.endpoints())));
        }
        return refusing(() -> explainer.explain(asked.endpoint(), situation(asked)).stream()
                .map(PolicyToolbox::explained)
                .toList());
    }

    private Situation situation(Asked asked) {
        UserName name = directory.nameOf(
                asked.user().orElse(""), asked.realm(), asked.resolver().orElse(""));
        Optional<KnownUser> known = asked.user().flatMap(user -> directory.find(name));
        return new Situation(
                subject(asked, name, known),
                () -> directory.resolversKnowing(name),
                asked.administrator()
                        .map(admin -> new Situation.Administrator(
                                admin, asked.administratorRealm().orElse("")))
                        .orElse(null),
                asked.tokenType().orElse(null),
                Place.of(
                        asked.node().orElse(null),
                        asked.client().orElse(null),
                        LocalDateTime.ofInstant(asked.time().orElseGet(Instant::now), ZoneId.systemDefault())),
                new AskedFacts(asked, known, facts));
    }

    private static Subject subject(Asked asked, UserName name, Optional<KnownUser> known) {
        if (known.isPresent()) {
            return Subject.of(known.get());
        }
        if (asked.user().isPresent()) {
            return Subject.of(name);
        }
        return asked.realm()
                .<Subject>map(realm -> new Subject.OfRealm(realm.toLowerCase(Locale.ROOT)))
                .orElse(Subject.ANYONE);
    }

    private static Explained explained(Explanation explanation) {
        return new Explained(
                explanation.action().toString(),
                explanation.outcome().text(),
                explanation.policies().stream()
                        .map(found -> new Finding(
                                found.policy(), found.priority(), found.matched(), found.says(), found.reason()))
                        .toList());
    }

    @Override
    public WhatIf whatIf(Trial trial, Progress progress) {
        return refusing(() -> {
            PolicySet current = configuration.get().policies();
            PolicySet drafted = PolicyDraft.over(current, trial.draft(), trial.removed());
            PolicyReplay.Bounds bounds =
                    new PolicyReplay.Bounds(trial.from(), trial.to(), Long.MAX_VALUE, trial.examples());
            return found(replay.replay(current, drafted, bounds, progress::at));
        });
    }

    private static WhatIf found(Replayed replayed) {
        Map<String, Counts> actions = new TreeMap<>();
        replayed.actions()
                .forEach((action, counts) -> actions.put(
                        action, new Counts(counts.lost(), counts.gained(), counts.changed(), counts.undecided())));
        return new WhatIf(
                replayed.requests(),
                replayed.differing(),
                replayed.undecided(),
                replayed.duration(),
                replayed.realms(),
                actions,
                replayed.examples().stream().map(PolicyToolbox::example).toList());
    }

    private static Example example(Replayed.Example example) {
        return new Example(
                example.time(),
                example.endpoint(),
                example.user(),
                example.realm(),
                example.administrator(),
                example.client(),
                example.changes().stream()
                        .map(change -> new Change(
                                change.action(),
                                change.before(),
                                change.after(),
                                change.policiesBefore(),
                                change.policiesAfter()))
                        .toList());
    }

    @Override
    public String export() {
        return PolicyFile.write(configuration.get().policies().all());
    }

    @Override
    public ImportedPolicies importAll(String file) {
        Imported imported =
                refusing(() -> (Imported) commands.sendAs(ACTOR, new ImportPolicies(PolicyFile.commands(file))));
        return new ImportedPolicies(imported.made(), imported.changed(), imported.unchanged());
    }

    /** What is refused over HTTP with an error is said on the command line. */
    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiException | Refusal | PolicyRefusal refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }
}
