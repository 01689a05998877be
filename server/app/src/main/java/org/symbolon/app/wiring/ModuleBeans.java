package org.symbolon.app.wiring;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The classes of the modules that know no Spring, a line each. What stands in the modules of the server is found by itself.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    DecisionBeans.class,
    DefinitionBeans.class,
    PolicyBeans.class,
    QueryBeans.class,
    ReactionBeans.class,
    ReadModelBeans.class,
    RepositoryBeans.class
})
class ModuleBeans {}
