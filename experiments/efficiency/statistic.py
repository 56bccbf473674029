"""Means with their interval and paired comparisons, by Student's t."""

import math
import statistics

TINY = 1e-300


def fraction(a, b, x):
    """The continued fraction of the incomplete beta function (Lentz)."""
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > TINY else TINY)
    result = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 + term * d
            d = 1 / (d if abs(d) > TINY else TINY)
            c = 1 + term / c
            c = c if abs(c) > TINY else TINY
            result *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return result


def beta(a, b, x):
    """The regularized incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(1 - x)
    if x < (a + 1) / (a + b + 2):
        return math.exp(log) * fraction(a, b, x) / a
    return 1 - math.exp(log) * fraction(b, a, 1 - x) / b


def p_value(t, freedom):
    """The probability of a value at least as far from 0."""
    return beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def quantile(freedom):
    """The value that 5 % of all are beyond, on both sides."""
    low, high = 0.0, 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if p_value(middle, freedom) > 0.05 else (low, middle)
    return high


def interval(values):
    """Mean and half of the 95 % interval; None for the half of fewer than two values."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return mean, None
    return mean, quantile(len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))


def paired(differences):
    """Mean difference, half of its 95 % interval, and p of the paired t test; None where there is none."""
    mean, half = interval(differences)
    if half is None:
        return mean, None, None
    if half == 0:
        return mean, 0.0, 1.0 if mean == 0 else 0.0
    return mean, half, p_value(mean / (half / quantile(len(differences) - 1)), len(differences) - 1)
