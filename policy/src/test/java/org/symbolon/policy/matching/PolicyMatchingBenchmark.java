package org.symbolon.policy.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.symbolon.policy.matching.PolicyQuestion.Conditions;

/**
 * How long one question to the policies takes, however many there are. It is no part of the tests: docs/performance.md says
 * how it is run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PolicyMatchingBenchmark {

    private static final double MOST_MICROSECONDS = 100;
    private static final int ACTIONS = 25;

    private static final PolicyQuestion OTPPIN = PolicyQuestion.of("authentication")
            .about("otppin")
            .forUser("user0321", List.of("realm7"), "ldap7", () -> List.of("ldap7"))
            .at("node1", "10.7.3.21", LocalDateTime.parse("2026-11-23T12:00"))
            .holding(SampleFacts.ofUser(Map.of("department", "it")), Conditions.ALL);

    /** How many policies there are. */
    @Param({"10", "100", "1000"})
    public int policies;

    private CompiledPolicies mixed;
    private CompiledPolicies allAboutIt;

    /** Makes them. */
    @Setup
    public void prepare() {
        mixed = policies(number -> number % ACTIONS == 0 ? "otppin=none" : "action" + number % ACTIONS + "=value");
        allAboutIt = policies(number -> "otppin=none");
    }

    private CompiledPolicies policies(IntFunction<String> action) {
        SamplePolicy[] made = new SamplePolicy[policies];
        for (int number = 0; number < policies; number++) {
            made[number] = policy(number).action(action.apply(number));
        }
        return SamplePolicy.set(made);
    }

    /** One in eight of each kind; the last kind looks at everything there is, and matches. */
    private static SamplePolicy policy(int number) {
        SamplePolicy policy = SamplePolicy.named("policy" + number).scope("authentication");
        return switch (number % 8) {
            case 0 -> policy.realms("realm" + number % 20 + ", realm" + number % 10);
            case 1 -> policy.users("admin.*, root" + number);
            case 2 -> policy.clients("192.168." + number % 256 + ".0/24, 10.0.0.0/8, -10.7.3.0/24");
            case 3 -> policy.realms("*, -realm7");
            case 4 -> policy.resolvers("ldap" + number % 10);
            case 5 -> policy.time("Tue-Fri: 8-18, Sat: 9-12");
            case 6 -> policy.condition("userinfo", "department", "equals", "hr");
            default ->
                policy.users("user.*")
                        .realms("realm" + number % 10 + ", realm7")
                        .resolvers("ldap7, sql")
                        .clients("10.7.0.0/16")
                        .time("Mon-Fri: 8-18")
                        .condition("userinfo", "department", "in", "it, hr");
        };
    }

    /** Policies that are about one thing and another, as those of a server are. */
    @Benchmark
    public List<CompiledPolicy> aboutManyThings() {
        return mixed.matching(OTPPIN);
    }

    /** Every single policy is about what is asked. */
    @Benchmark
    public List<CompiledPolicy> allAboutTheQuestion() {
        return allAboutIt.matching(OTPPIN);
    }

    @Test
    void staysWithinItsTime() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PolicyMatchingBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();

        assertThat(results).hasSize(6).allSatisfy(result -> assertThat(
                        result.getPrimaryResult().getScore())
                .isLessThan(MOST_MICROSECONDS));
    }
}
