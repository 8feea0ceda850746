/** Characters that only join others: words of them alone, and pairs with them, say nothing. */
const joining =
  '的了在是和与及或对中为以于其等将从被而并也可能该此这那有无不一个种上下通过用使得到把让就都还更最由所之但若如时后前内外间各每某两多少新高低大小强弱好快即仅均需会则又再已未';

/**
 * What summaries say of any paper. Which of these words are in fashion is the taste of the language
 * model that wrote them, and would rise above all subjects.
 */
const prose: ReadonlySet<string> = new Set(
  (
    '本文 论文 文章 作者 我们 他们 研究 研究者 工作 方法 方案 框架 系统 策略 机制 技术 问题 任务 目标 思路 贡献 ' +
    '提出 引入 设计 构建 开发 采用 利用 使用 运用 应用 结合 融合 整合 集成 基于 面向 针对 解决 处理 克服 缓解 避免 ' +
    '实现 实施 达到 达成 完成 取得 获得 获取 提升 提高 增强 改善 改进 优化 降低 减少 减轻 增加 扩展 支持 提供 确保 保持 保证 ' +
    '实验 结果 结论 表明 显示 展示 展现 证明 证实 验证 揭示 发现 指出 分析 探讨 探索 考察 评估 评测 评价 测试 比较 对比 相比 相较 ' +
    '性能 效果 效率 能力 表现 质量 优势 优于 超越 超过 领先 最优 最佳 最先进 先进 显著 有效 高效 明显 大幅 良好 优异 出色 ' +
    '准确 准确率 精度 指标 基准 基线 数据 数据集 样本 平均 分别 倍 约 以上 以下 ' +
    '现有 当前 目前 传统 已有 常用 主流 首个 首次 新型 新颖 创新 全面 系统性 统一 通用 简单 复杂 关键 核心 主要 重要 潜在 不同 相同 多种 多个 各种 各类 一种 一个 ' +
    '存在 具有 包含 包括 涉及 需要 能够 可以 进行 成为 作为 导致 影响 依赖 关注 考虑 强调 旨在 给出 得到 计算 ' +
    '关于 进一步 同时 此外 然而 因此 从而 以及 并且 尤其 特别 主要 仍然 仍 难以 不足 局限 挑战 困难 有限 缺乏 缺少 忽视 忽略 ' +
    '模型 算法 网络 场景 领域 方面 过程 阶段 条件 情况 信息 特征 结构 参数 效应 特性 程度 水平 范围 提升至 降至 降低至 有效性 无法 百分 百分点 案例 必要性 可行性 无需 即可 只需 可用 可用于'
  ).split(' '),
);

/** Whether a word of a summary tells nothing of what the paper is about. */
export function saysNothing(word: string): boolean {
  return (
    prose.has(word) ||
    word.endsWith('了') ||
    Array.from(word).every((character) => joining.includes(character))
  );
}
