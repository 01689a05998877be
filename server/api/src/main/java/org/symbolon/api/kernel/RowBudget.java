package org.symbolon.api.kernel;

/** So many at once, and so many a second in the long run: the leaky bucket as a meter (ITU-T I.371). */
final class RowBudget {

    private static final double NANOS = 1e9;

    private final double most;
    private final double perSecond;
    private double left;
    private long asOf;

    RowBudget(double most, double perSecond, long now) {
        this.most = most;
        this.perSecond = perSecond;
        this.left = most;
        this.asOf = now;
    }

    boolean hasOne(long now) {
        left = Math.min(most, left + (now - asOf) / NANOS * perSecond);
        asOf = now;
        return left >= 1;
    }

    void take() {
        left--;
    }
}
