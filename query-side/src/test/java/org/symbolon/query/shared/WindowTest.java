package org.symbolon.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void theFirstHalfIsReadFromTheBeginning() {
        assertThat(Window.of(new Paging(1, 15), 100)).isEqualTo(new Window(false, 0, 15));
        assertThat(Window.of(new Paging(3, 15), 100)).isEqualTo(new Window(false, 30, 15));
        assertThat(Window.of(new Paging(1, 15), 7)).isEqualTo(new Window(false, 0, 7));
    }

    @Test
    void theSecondHalfIsReadFromTheEnd() {
        assertThat(Window.of(new Paging(7, 15), 100)).isEqualTo(new Window(true, 0, 10));
        assertThat(Window.of(new Paging(6, 15), 100)).isEqualTo(new Window(true, 10, 15));
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThat(Window.of(new Paging(8, 15), 100).isEmpty()).isTrue();
        assertThat(Window.of(new Paging(1, 15), 0).isEmpty()).isTrue();
        assertThat(Window.of(new Paging(Integer.MAX_VALUE, Integer.MAX_VALUE), 100)
                        .isEmpty())
                .isTrue();
    }
}
