package org.symbolon.app.wiring;

import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.eventhandler.EventHandler;
import org.symbolon.command.eventhandler.EventHandlerCommands;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineTokens;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.PeriodicTaskCommands;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.command.policy.Policy;
import org.symbolon.command.policy.PolicyCommands;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.MachineTokenCommands;
import org.symbolon.command.token.Tokens;
import org.symbolon.command.user.UserAttributeCommands;
import org.symbolon.command.user.UserAttributes;
import org.symbolon.store.readmodel.Numbers;

/** Wires the commands that number what they make, each with its sequence. */
@Configuration(proxyBeanMethods = false)
class NumberedConfiguration {

    @Bean
    EventHandlerCommands eventHandlerCommands(Repository<EventHandler> handlers, Numbers numbers, SecretVault vault) {
        return new EventHandlerCommands(handlers, numbers.from("eventhandler_seq"), vault);
    }

    @Bean
    MachineTokenCommands machineTokenCommands(
            Tokens tokens, MachineTokens known, MachineApplications applications, Numbers numbers) {
        return new MachineTokenCommands(tokens, known, applications, numbers.from("machinetoken_seq"));
    }

    @Bean
    PeriodicTaskCommands periodicTaskCommands(
            Repository<PeriodicTask> tasks, Repository<TaskName> names, Numbers numbers) {
        return new PeriodicTaskCommands(tasks, names, numbers.from("periodictask_seq"));
    }

    @Bean
    UserAttributeCommands userAttributeCommands(Repository<UserAttributes> attributes, Numbers numbers) {
        return new UserAttributeCommands(attributes, numbers.from("customuserattribute_seq"));
    }

    @Bean
    PolicyCommands policyCommands(Repository<Policy> policies, Numbers numbers) {
        return new PolicyCommands(policies, numbers.from("policy_seq"));
    }
}
