package org.symbolon.app.wiring;

import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** Where decisions find the aggregates, one repository for each. */
final class RepositoryBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Aggregates.ALL.forEach(aggregate -> repository(registry, aggregate));
    }

    private static <T> void repository(BeanRegistry registry, Class<T> aggregate) {
        ParameterizedTypeReference<Repository<T>> type = ParameterizedTypeReference.forType(
                ResolvableType.forClassWithGenerics(Repository.class, aggregate).getType());
        registry.registerBean(
                type,
                bean -> bean.supplier(
                        context -> context.bean(Configuration.class).repository(aggregate)));
    }
}
