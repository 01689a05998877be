package org.symbolon.endtoend.harness;

import java.util.function.Supplier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.command.secret.PasswordHasher;

/** Has a server take next to no time for what is to keep others from guessing. */
final class CheapSecrets {

    private static final FileWorkFactor LEAST = new FileWorkFactor(1000, 0x60);

    private CheapSecrets() {}

    static void putInto(ConfigurableApplicationContext server) {
        server.addBeanFactoryPostProcessor(beans -> {
            BeanDefinitionRegistry definitions = (BeanDefinitionRegistry) beans;
            replace(definitions, "passwordHasher", PasswordHasher.class, CheapHasher::create);
            replace(definitions, "fileWorkFactor", FileWorkFactor.class, () -> LEAST);
        });
    }

    private static <T> void replace(BeanDefinitionRegistry definitions, String name, Class<T> type, Supplier<T> other) {
        definitions.removeBeanDefinition(name);
        definitions.registerBeanDefinition(name, new RootBeanDefinition(type, other));
    }
}
