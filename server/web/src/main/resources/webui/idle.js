/** Ends a log-in whose owner does nothing. */

const WARNING = 20_000;

export class IdleClock {
    #limit;
    #end;
    #deadline = 0;
    #warned = false;
    #timer = 0;
    #awaited = 0;
    #on;

    /** The limit is in milliseconds, the end a moment; `on` has the functions `change`, `warn` and `end`. */
    constructor(limit, end, on) {
        this.#limit = limit;
        this.#end = end;
        this.#on = on;
    }

    start() {
        this.touch();
        this.#timer = setInterval(() => this.#look(), 500);
    }

    stop() {
        clearInterval(this.#timer);
    }

    /** Somebody is there. After the deadline that counts no more, also if nobody has looked at the clock. */
    touch() {
        const now = Date.now();
        if (this.#deadline !== 0 && now >= this.#deadline && this.#awaited === 0) {
            return;
        }
        this.#deadline = Math.min(now + this.#limit, this.#end);
        this.#warned = false;
        this.#on.change(this.#deadline);
    }

    /** Nothing ends until this is over, however long it takes; then somebody was there just now. */
    async during(awaited) {
        this.#awaited++;
        try {
            return await awaited;
        } finally {
            this.touch();
            this.#awaited--;
        }
    }

    #look() {
        if (this.#awaited > 0) {
            return;
        }
        const left = this.#deadline - Date.now();
        if (left <= 0) {
            this.stop();
            this.#on.end(this.#deadline >= this.#end);
        } else if (!this.#warned && left <= Math.min(WARNING, this.#limit / 3)) {
            this.#warned = true;
            this.#on.warn(Math.ceil(left / 1000));
        }
    }
}
