package org.symbolon.projections.token;

/** By how much the figures of tokens changed. */
record FigureChange(int tokens, int hardware, int software, int unassignedHardware, int assigned, int users) {

    static final FigureChange NONE = new FigureChange(0, 0, 0, 0, 0, 0);

    FigureChange plus(FigureChange other) {
        return new FigureChange(
                tokens + other.tokens,
                hardware + other.hardware,
                software + other.software,
                unassignedHardware + other.unassignedHardware,
                assigned + other.assigned,
                users + other.users);
    }

    FigureChange minus(FigureChange other) {
        return new FigureChange(
                tokens - other.tokens,
                hardware - other.hardware,
                software - other.software,
                unassignedHardware - other.unassignedHardware,
                assigned - other.assigned,
                users - other.users);
    }

    FigureChange plusUsers(int more) {
        return new FigureChange(tokens, hardware, software, unassignedHardware, assigned, users + more);
    }
}
