package org.symbolon.app.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.stereotype.Component;

/**
 * Knows which bean has a type that no other has. For each parameter of each constructor Spring looks through all definitions unless
 * the name of the bean is suggested, which takes half of a start. It still checks what is suggested, and looks where nothing is.
 */
@Component
final class KnownBeans implements BeanFactoryPostProcessor {

    /** All definitions are known by now, so that what is found once is found. Spring says so itself when most beans are there. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
        ((DefaultListableBeanFactory) beans).setAutowireCandidateResolver(new Suggestions(namesByType(beans)));
    }

    private static Map<Class<?>, List<String>> namesByType(ConfigurableListableBeanFactory beans) {
        Map<Class<?>, List<String>> names = new HashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            for (Class<?> type : typesOf(beans.getType(name, false))) {
                names.computeIfAbsent(type, first -> new ArrayList<>(1)).add(name);
            }
        }
        return names;
    }

    /** The class and all that it extends and implements. */
    private static Set<Class<?>> typesOf(Class<?> type) {
        Set<Class<?>> types = new HashSet<>();
        addTypes(type, types);
        return types;
    }

    private static void addTypes(Class<?> type, Set<Class<?>> types) {
        if (type == null || type == Object.class || !types.add(type)) {
            return;
        }
        addTypes(type.getSuperclass(), types);
        for (Class<?> implemented : type.getInterfaces()) {
            addTypes(implemented, types);
        }
    }

    private static final class Suggestions extends ContextAnnotationAutowireCandidateResolver {

        private final Map<Class<?>, List<String>> names;

        Suggestions(Map<Class<?>, List<String>> names) {
            this.names = names;
        }

        @Override
        public String getSuggestedName(DependencyDescriptor wanted) {
            String named = super.getSuggestedName(wanted);
            if (named != null) {
                return named;
            }
            List<String> found = names.getOrDefault(wanted.getDependencyType(), List.of());
            return found.size() == 1 ? found.get(0) : null;
        }
    }
}
