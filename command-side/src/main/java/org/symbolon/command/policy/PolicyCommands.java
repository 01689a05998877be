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
        PolicyRules.checkName(command.name());
        Aggregate<Policy> policy = policies.loadOrCreate(Policy.idOf(command.name()), Policy::new);
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
        return policy.invoke(Policy::policyId);
    }

    private static void use(Policy policy, boolean active) {
        if (active) {
            policy.enable();
            return;
        }
        policy.disable();
    }

    /** How many policies there were. They are taken in the order of their names, so that two imports never lock each other. */
    @CommandHandler
    public int handle(ImportPolicies command) throws Exception {
        TreeMap<String, SavePolicy> byName = new TreeMap<>();
        command.policies().forEach(policy -> byName.put(policy.name(), policy));
        for (SavePolicy policy : byName.values()) {
            handle(policy);
        }
        return byName.size();
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
