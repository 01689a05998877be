package org.symbolon.command.policy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Imported;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyTerms;

/** What administrators do to policies. */
public class PolicyCommands {

    private final Repository<Policy> policies;
    private final IntSupplier nextNumber;

    public PolicyCommands(Repository<Policy> policies, IntSupplier nextNumber) {
        this.policies = policies;
        this.nextNumber = nextNumber;
    }

    /** The number of the policy. */
    @CommandHandler
    public int handle(SavePolicy command) throws Exception {
        return save(command).invoke(Policy::policyId);
    }

    private Aggregate<Policy> save(SavePolicy command) throws Exception {
        Aggregate<Policy> policy = loadOrCreate(command.name());
        PolicyTerms terms = command.over(policy.invoke(Policy::terms));
        PolicyRules.checkTerms(terms);
        Optional<List<PolicyCondition>> conditions = command.further().conditions();
        conditions.ifPresent(PolicyRules::checkConditions);
        if (policy.invoke(Policy::present)) {
            policy.execute(found -> {
                found.change(terms);
                conditions.ifPresent(found::replaceConditions);
                use(found, command.active());
            });
        } else {
            int number = nextNumber.getAsInt();
            policy.execute(found ->
                    found.create(command.name(), number, command.active(), terms, conditions.orElse(List.of())));
        }
        return policy;
    }

    private Aggregate<Policy> loadOrCreate(String name) throws Exception {
        PolicyRules.checkName(name);
        return policies.loadOrCreate(Policy.idOf(name), Policy::new);
    }

    private static void use(Policy policy, boolean active) {
        if (active) {
            policy.enable();
            return;
        }
        policy.disable();
    }

    /** What it comes to. Policies are taken in the order of their names, so that two imports never lock each other. */
    @CommandHandler
    public Imported handle(ImportPolicies command) throws Exception {
        TreeMap<String, SavePolicy> byName = new TreeMap<>();
        command.policies().forEach(policy -> byName.put(policy.name(), policy));
        Imported imported = Imported.NOTHING;
        for (SavePolicy policy : byName.values()) {
            imported = take(policy, imported);
        }
        return imported;
    }

    private Imported take(SavePolicy policy, Imported before) throws Exception {
        Policy.Content known = loadOrCreate(policy.name()).invoke(Policy::content);
        Policy.Content now = save(policy).invoke(Policy::content);
        if (!known.present()) {
            return before.oneMade();
        }
        return known.equals(now) ? before.oneUnchanged() : before.oneChanged();
    }

    /** The number of the policy. */
    @CommandHandler
    public int handle(EnablePolicy command) {
        return change(command.name(), Policy::enable);
    }

    /** The number of the policy. */
    @CommandHandler
    public int handle(DisablePolicy command) {
        return change(command.name(), Policy::disable);
    }

    /** The number of the deleted policy. */
    @CommandHandler
    public int handle(DeletePolicy command) {
        return change(command.name(), Policy::delete);
    }

    private int change(String name, Consumer<Policy> change) {
        Aggregate<Policy> policy = load(name);
        policy.execute(change);
        return policy.invoke(Policy::policyId);
    }

    private Aggregate<Policy> load(String name) {
        try {
            Aggregate<Policy> policy = policies.load(Policy.idOf(name));
            if (policy.invoke(Policy::present)) {
                return policy;
            }
        } catch (AggregateNotFoundException e) {
            // answered below, as for one that was deleted
        }
        throw Refusal.notFound("The policy with name '" + name + "' does not exist");
    }
}
