package org.symbolon.server.command;

import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.command.tokentype.radius.RadiusInquiry;

/** Has the inquiries of token types answered: by themselves where they take nothing but time, by who reaches the outside otherwise. */
final class InquiryDesk implements Inquiries {

    private final RadiusDesk radius;

    InquiryDesk(RadiusDesk radius) {
        this.radius = radius;
    }

    @Override
    public <A> A answer(Inquiry<A> inquiry) {
        if (inquiry instanceof Inquiry.Computed<A> computed) {
            return computed.compute();
        }
        if (inquiry instanceof RadiusInquiry asked) {
            return inquiry.answer().cast(radius.answer(asked));
        }
        throw new IllegalStateException("Nobody answers a " + inquiry.getClass().getSimpleName());
    }
}
