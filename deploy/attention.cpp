// Attention for a room: many answers in one memory, each of which sees only the cells of its own conversation.
//
// llama.cpp's own kernels either compute every token against the cells of everybody and mask afterwards, or go
// through the visible cells one at a time. This one lists the visible cells of a token once, then works on whole
// vectors: for each head of keys the queries of all heads that share it (grouped-query attention), the soft maximum
// over all scores at once, and the values with their sums in registers.
//
// It is compiled into ggml-cpu by `llama-cpp.cmake` in this folder; ggml-cpu.c calls it in place of
// `ggml_compute_forward_flash_attn_ext`, to which it hands on whatever it is not made for: other types than f32 queries
// and f16 memory, attention sinks, ALiBi, capped scores, processors without AVX2 and F16C.

#include "ggml-cpu-impl.h"
#include "ops.h"
#include "vec.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#if (defined(__AVX512F__) && defined(__AVX512DQ__)) || (defined(__AVX2__) && defined(__F16C__) && defined(__FMA__))
#define ROOM_ATTENTION
#include <immintrin.h>
#endif

extern "C" {

// Tells the caller of the library that flash attention is worth switching on.
__attribute__((visibility("default"))) extern const int ki_werkstatt_room_attention;
#ifdef ROOM_ATTENTION
const int ki_werkstatt_room_attention = 1;
#else
const int ki_werkstatt_room_attention = 0;
#endif

void ki_werkstatt_flash_attn_ext(const struct ggml_compute_params * params, struct ggml_tensor * dst);

}

#ifdef ROOM_ATTENTION

namespace {

#if defined(__AVX512F__) && defined(__AVX512DQ__)
using Lanes = __m512;
constexpr int WIDTH = 16;
inline Lanes none() { return _mm512_setzero_ps(); }
inline Lanes all(float x) { return _mm512_set1_ps(x); }
inline Lanes load(const float * x) { return _mm512_loadu_ps(x); }
inline Lanes load(const ggml_fp16_t * x) { return _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *) x)); }
inline void store(float * x, Lanes v) { _mm512_storeu_ps(x, v); }
inline Lanes add_product(Lanes a, Lanes b, Lanes sum) { return _mm512_fmadd_ps(a, b, sum); }
inline Lanes product(Lanes a, Lanes b) { return _mm512_mul_ps(a, b); }
inline __m128 quarter(Lanes v) {
    const __m256 half = _mm256_add_ps(_mm512_castps512_ps256(v), _mm512_extractf32x8_ps(v, 1));
    return _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1));
}
#else
using Lanes = __m256;
constexpr int WIDTH = 8;
inline Lanes none() { return _mm256_setzero_ps(); }
inline Lanes all(float x) { return _mm256_set1_ps(x); }
inline Lanes load(const float * x) { return _mm256_loadu_ps(x); }
inline Lanes load(const ggml_fp16_t * x) { return _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *) x)); }
inline void store(float * x, Lanes v) { _mm256_storeu_ps(x, v); }
inline Lanes add_product(Lanes a, Lanes b, Lanes sum) { return _mm256_fmadd_ps(a, b, sum); }
inline Lanes product(Lanes a, Lanes b) { return _mm256_mul_ps(a, b); }
inline __m128 quarter(Lanes v) { return _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1)); }
#endif

constexpr int TOGETHER = 4;   // cells whose scores are added up at the same time
constexpr int BLOCK = 4;      // vectors of an output that stay in registers

// The cells that one token may see, in the order of the memory.
struct Visible {
    std::vector<int32_t> cells;
    std::vector<float> bias;
    const void * row = nullptr;

    void list(const ggml_fp16_t * mask, int64_t count) {
        if (row == mask) {
            return;
        }
        row = mask;
        cells.clear();
        bias.clear();
        for (int64_t cell = 0; cell < count; cell++) {
            if (mask[cell] != 0xFC00) {  // minus infinity
                cells.push_back((int32_t) cell);
                bias.push_back(GGML_CPU_FP16_TO_FP32(mask[cell]));
            }
        }
        while (cells.size() % TOGETHER != 0 && !cells.empty()) {
            cells.push_back(cells.back());  // counted, then taken out of the soft maximum
            bias.push_back(-INFINITY);
        }
    }
};

// Four sums, each over the lanes of one vector.
inline __m128 sums(const Lanes * v) {
    __m128 a = quarter(v[0]), b = quarter(v[1]), c = quarter(v[2]), d = quarter(v[3]);
    _MM_TRANSPOSE4_PS(a, b, c, d);
    return _mm_add_ps(_mm_add_ps(a, b), _mm_add_ps(c, d));
}

// Scores of HEADS queries, one behind the other in `q`, against the visible cells.
template <int HEADS>
void score(const float * q, int64_t size, const char * keys, size_t stride, const Visible & seen, float scale,
           float * scores, size_t row) {
    const __m128 factor = _mm_set1_ps(scale);
    for (size_t at = 0; at < seen.cells.size(); at += TOGETHER) {
        const ggml_fp16_t * key[TOGETHER];
        Lanes sum[HEADS][TOGETHER];
        for (int c = 0; c < TOGETHER; c++) {
            key[c] = (const ggml_fp16_t *) (keys + seen.cells[at + c] * stride);
            for (int h = 0; h < HEADS; h++) {
                sum[h][c] = none();
            }
        }
        for (int64_t d = 0; d < size; d += WIDTH) {
            Lanes query[HEADS];
            for (int h = 0; h < HEADS; h++) {
                query[h] = load(q + h * size + d);
            }
            for (int c = 0; c < TOGETHER; c++) {
                const Lanes k = load(key[c] + d);
                for (int h = 0; h < HEADS; h++) {
                    sum[h][c] = add_product(k, query[h], sum[h][c]);
                }
            }
        }
        const __m128 bias = _mm_loadu_ps(seen.bias.data() + at);
        for (int h = 0; h < HEADS; h++) {
            _mm_storeu_ps(scores + h * row + at, _mm_add_ps(_mm_mul_ps(sums(sum[h]), factor), bias));
        }
    }
}

// Sums of the values of the visible cells, weighed, for HEADS heads: BLOCK vectors from `values` on.
template <int HEADS>
void weigh(const float * weights, size_t row, const char * values, size_t stride, const Visible & seen,
           const float * factors, float * const * out, int64_t from) {
    Lanes sum[HEADS][BLOCK];
    for (int h = 0; h < HEADS; h++) {
        for (int b = 0; b < BLOCK; b++) {
            sum[h][b] = none();
        }
    }
    for (size_t at = 0; at < seen.cells.size(); at++) {
        const ggml_fp16_t * value = (const ggml_fp16_t *) (values + seen.cells[at] * stride) + from;
        Lanes weight[HEADS];
        for (int h = 0; h < HEADS; h++) {
            weight[h] = all(weights[h * row + at]);
        }
        for (int b = 0; b < BLOCK; b++) {
            const Lanes v = load(value + b * WIDTH);
            for (int h = 0; h < HEADS; h++) {
                sum[h][b] = add_product(v, weight[h], sum[h][b]);
            }
        }
    }
    for (int h = 0; h < HEADS; h++) {
        const Lanes factor = all(factors[h]);
        for (int b = 0; b < BLOCK; b++) {
            store(out[h] + from + b * WIDTH, product(sum[h][b], factor));
        }
    }
}

struct Work {
    Visible seen;
    std::vector<float> scores;
};

// HEADS heads of one token that share their keys and values.
template <int HEADS>
void attend(const float * q, int64_t dk, int64_t dv, const char * keys, size_t key_stride, const char * values,
            size_t value_stride, float scale, float * const * out, Work & work) {
    const size_t row = work.seen.cells.size();
    work.scores.resize(HEADS * row + WIDTH);
    float * scores = work.scores.data();
    score<HEADS>(q, dk, keys, key_stride, work.seen, scale, scores, row);
    float factors[HEADS];
    for (int h = 0; h < HEADS; h++) {
        float most = -INFINITY;
        ggml_vec_max_f32((int) row, &most, scores + h * row);
        const double total = row == 0 ? 0.0 : ggml_vec_soft_max_f32((int) row, scores + h * row, scores + h * row, most);
        factors[h] = total > 0 ? (float) (1.0 / total) : 0.0f;
    }
    for (int64_t from = 0; from < dv; from += BLOCK * WIDTH) {
        weigh<HEADS>(scores, row, values, value_stride, work.seen, factors, out, from);
    }
}

bool made_for(const ggml_tensor * dst) {
    const ggml_tensor * q = dst->src[0], * k = dst->src[1], * v = dst->src[2], * mask = dst->src[3];
    float max_bias, softcap;
    memcpy(&max_bias, (const float *) dst->op_params + 1, sizeof(float));
    memcpy(&softcap, (const float *) dst->op_params + 2, sizeof(float));
    return q->type == GGML_TYPE_F32 && k->type == GGML_TYPE_F16 && v->type == GGML_TYPE_F16 && mask != nullptr &&
           mask->type == GGML_TYPE_F16 && mask->ne[2] == 1 && dst->src[4] == nullptr && max_bias == 0.0f &&
           softcap == 0.0f && k->ne[0] % WIDTH == 0 && v->ne[0] % (BLOCK * WIDTH) == 0 && k->ne[2] == v->ne[2] &&
           q->ne[2] % k->ne[2] == 0;
}

}  // namespace

void ki_werkstatt_flash_attn_ext(const struct ggml_compute_params * params, struct ggml_tensor * dst) {
    if (params->use_ref || !made_for(dst)) {
        ggml_compute_forward_flash_attn_ext(params, dst);
        return;
    }
    const ggml_tensor * q = dst->src[0], * k = dst->src[1], * v = dst->src[2], * mask = dst->src[3];
    const int64_t dk = k->ne[0], dv = v->ne[0], tokens = q->ne[1], heads = q->ne[2], key_heads = k->ne[2];
    const int64_t group = heads / key_heads;
    float scale;
    memcpy(&scale, (const float *) dst->op_params, sizeof(float));

    static thread_local Work work;
    static thread_local std::vector<float> queries;
    work.seen.row = nullptr;
    queries.resize(4 * dk);

    const int64_t items = tokens * key_heads * q->ne[3];
    const int64_t size = std::max<int64_t>(1, items / (4 * params->nth));
    if (params->ith == 0) {
        ggml_threadpool_chunk_set(params->threadpool, params->nth);
    }
    ggml_barrier(params->threadpool);
    for (int64_t part = params->ith; part * size < items; part = ggml_threadpool_chunk_add(params->threadpool, 1)) {
        for (int64_t item = part * size; item < std::min(items, (part + 1) * size); item++) {
            const int64_t kv = item % key_heads, token = item / key_heads % tokens, stream = item / key_heads / tokens;
            const int64_t key_stream = stream * k->ne[3] / q->ne[3], value_stream = stream * v->ne[3] / q->ne[3];
            const char * keys = (const char *) k->data + kv * k->nb[2] + key_stream * k->nb[3];
            const char * values = (const char *) v->data + kv * v->nb[2] + value_stream * v->nb[3];
            work.seen.list((const ggml_fp16_t *) ((const char *) mask->data + token * mask->nb[1] +
                                                  stream % mask->ne[3] * mask->nb[3]),
                           k->ne[1]);
            for (int64_t first = kv * group; first < (kv + 1) * group;) {
                const int count = (kv + 1) * group - first >= 4 ? 4 : (kv + 1) * group - first >= 2 ? 2 : 1;
                float * out[4];
                for (int h = 0; h < count; h++) {
                    memcpy(queries.data() + h * dk,
                           (const char *) q->data + token * q->nb[1] + (first + h) * q->nb[2] + stream * q->nb[3],
                           dk * sizeof(float));
                    out[h] = (float *) ((char *) dst->data +
                                        (stream * dst->ne[2] * dst->ne[1] + first + h + token * dst->ne[1]) * dst->nb[1]);
                }
                const auto run = count == 4 ? attend<4> : count == 2 ? attend<2> : attend<1>;
                run(queries.data(), dk, dv, keys, k->nb[1], values, v->nb[1], scale, out, work);
                first += count;
            }
        }
    }
}

#else

void ki_werkstatt_flash_attn_ext(const struct ggml_compute_params * params, struct ggml_tensor * dst) {
    ggml_compute_forward_flash_attn_ext(params, dst);
}

#endif
