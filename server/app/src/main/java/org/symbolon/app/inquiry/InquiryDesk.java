package org.symbolon.app.inquiry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.port.Inquiries;

/** Answers the inquiries of token types: by computing, or by whoever is asked for inquiries of a kind. */
public final class InquiryDesk implements Inquiries {

    private final Map<Class<?>, Function<Inquiry<?>, Object>> answering = new HashMap<>();

    private final Map<Class<?>, BiConsumer<Inquiry<?>, Object>> takingBack = new HashMap<>();

    /** Inquiries of this kind are answered so. */
    public <I extends Inquiry<?>> InquiryDesk answering(Class<I> kind, Function<I, ?> answer) {
        answering.put(kind, inquiry -> answer.apply(kind.cast(inquiry)));
        return this;
    }

    /** What inquiries of this kind have caused is taken back so. */
    public <I extends Inquiry<?>> InquiryDesk takingBack(Class<I> kind, BiConsumer<I, Object> taking) {
        takingBack.put(kind, (inquiry, answer) -> taking.accept(kind.cast(inquiry), answer));
        return this;
    }

    @Override
    public void takeBack(Inquiry<?> inquiry, Object answer) {
        takingBack.getOrDefault(inquiry.getClass(), (asked, answered) -> {}).accept(inquiry, answer);
    }

    @Override
    public <A> A answer(Inquiry<A> inquiry) {
        if (inquiry instanceof Inquiry.Computed<A> computed) {
            return computed.compute();
        }
        Function<Inquiry<?>, Object> known = answering.get(inquiry.getClass());
        if (known == null) {
            throw new IllegalStateException(
                    "Nobody answers a " + inquiry.getClass().getSimpleName());
        }
        return inquiry.answer().cast(known.apply(inquiry));
    }
}
