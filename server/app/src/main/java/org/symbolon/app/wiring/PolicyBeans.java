package org.symbolon.app.wiring;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.symbolon.policy.RegistrationPolicies;
import org.symbolon.policy.enrolment.TokenPolicies;
import org.symbolon.policy.explain.PolicyExplainer;
import org.symbolon.policy.rights.LoginRights;
import org.symbolon.policy.rights.Surroundings;
import org.symbolon.policy.whatif.PolicyReplay;

/** What policies say, and what helps to see what they do. */
final class PolicyBeans implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        registry.registerBean(LoginRights.class);
        registry.registerBean(PolicyExplainer.class);
        registry.registerBean(PolicyReplay.class);
        registry.registerBean(RegistrationPolicies.class);
        registry.registerBean(Surroundings.class);
        registry.registerBean(TokenPolicies.class);
    }
}
