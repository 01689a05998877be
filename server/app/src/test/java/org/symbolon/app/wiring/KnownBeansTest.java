package org.symbolon.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/** A start must not look through all definitions for what only one of them can be; and must still see where two can. */
class KnownBeansTest {

    interface Shape {}

    static final class Round implements Shape {}

    static final class Square implements Shape {}

    record WantsRound(Round any) {}

    record WantsShape(Shape any) {}

    /** Notes for which types it looks through its definitions. */
    private static final class Looked extends DefaultListableBeanFactory {

        private final List<Class<?>> types = new ArrayList<>();

        @Override
        public String[] getBeanNamesForType(ResolvableType type, boolean includeNonSingletons, boolean allowEagerInit) {
            types.add(type.resolve());
            return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
        }

        @Override
        public String[] getBeanNamesForType(Class<?> type, boolean includeNonSingletons, boolean allowEagerInit) {
            types.add(type);
            return super.getBeanNamesForType(type, includeNonSingletons, allowEagerInit);
        }
    }

    private final Looked beans = new Looked();
    private final GenericApplicationContext context = new GenericApplicationContext(beans);

    private void make(Class<?>... types) {
        context.registerBean(KnownBeans.class);
        for (Class<?> type : types) {
            context.registerBean(type);
        }
        context.refresh();
    }

    @Test
    void theOnlyBeanOfATypeIsFoundWithoutALook() {
        make(WantsRound.class, WantsShape.class, Round.class);

        assertThat(beans.types).doesNotContain(Round.class, Shape.class);
        Round round = context.getBean(Round.class);
        assertThat(context.getBean(WantsRound.class).any()).isSameAs(round);
        assertThat(context.getBean(WantsShape.class).any()).isSameAs(round);
    }

    @Test
    void twoThatFitAreStillOneTooMany() {
        assertThatThrownBy(() -> make(WantsShape.class, Round.class, Square.class))
                .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }

    @Test
    void oneOfTwoThatIsPrimaryIsTaken() {
        context.registerBean(Square.class, definition -> definition.setPrimary(true));
        make(WantsShape.class, Round.class);

        assertThat(context.getBean(WantsShape.class).any()).isInstanceOf(Square.class);
    }
}
